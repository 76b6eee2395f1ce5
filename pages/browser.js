// What the browser does beside Streamlit. Without it everything works, only slower: links load the application anew.
(() => {
  const PAGES = /\/(kommune|storrelsesgruppe|utvikling|sammenslaing|beste-praksis|last-opp|metode)?$/;
  const main = () => document.querySelector('[data-testid="stMain"]');

  // Links to pages are opened in the same session, as the menu does.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.hasAttribute("download") || (link.target && link.target !== "_self")) return;
    const to = new URL(link.href);
    const within = to.origin === location.origin && PAGES.test(to.pathname);
    const onlyHash = to.pathname === location.pathname && to.search === location.search;
    if (!within || onlyHash || !link.closest('[data-testid="stHtml"]')) return;
    event.preventDefault();
    remember();
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: { soft: true } }));
  });

  // A new page begins at its heading; Back and Forward return to where the reader was.
  const remember = () => history.replaceState({ ...history.state, scroll: main()?.scrollTop ?? 0 }, "");
  let scrolling;
  document.addEventListener("scroll", () => { clearTimeout(scrolling); scrolling = setTimeout(remember, 150); }, true);
  addEventListener("popstate", (event) => {
    clearTimeout(scrolling);
    const { soft, scroll } = event.state ?? {};
    if (!soft && scroll === undefined) return;
    whenDrawn(() => {
      main()?.scrollTo({ top: soft ? 0 : scroll, behavior: "instant" });
      const heading = document.querySelector("h1");
      if (!soft || !heading) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  });

  const whenDrawn = (then, tries = 100, still = 0) => setTimeout(() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const resting = app?.dataset.testScriptState === "notRunning" && !document.querySelector('[data-stale="true"]');
    if ((resting && still >= 2) || tries <= 0) then();
    else whenDrawn(then, tries - 1, resting ? still + 1 : 0);
  }, 50);

  // A fold that was open stays open when its text is drawn anew.
  const open = new Set();
  document.addEventListener("toggle", (event) => {
    const fold = event.target;
    if (fold.localName !== "details" || !fold.id || !fold.isConnected) return;
    if (fold.open) open.add(fold.id); else open.delete(fold.id);
  }, true);
  new MutationObserver(() => {
    for (const id of open) {
      const fold = document.getElementById(id);
      if (fold && !fold.open) fold.open = true;
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
