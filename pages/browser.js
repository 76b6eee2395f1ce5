// What the browser does beside Streamlit. Without it links load the application anew, and folds close when redrawn.
(() => {
  const PAGES = /\/(kommune|storrelsesgruppe|utvikling|sammenslaing|beste-praksis|last-opp|metode|tiltak|oppfolging|kommunestyret)?$/;
  const app = () => document.querySelector('[data-testid="stApp"]');
  const isConnected = () => app()?.dataset.testConnectionState === "CONNECTED";
  const main = () => document.querySelector('[data-testid="stMain"]');

  // The language that the page was asked for in stands in the address before Streamlit reads it: its WebSocket may
  // announce another, since some browsers leave out there what the visitor has set.
  if (PAGES.test(location.pathname) && !new URLSearchParams(location.search).has("spraak")) {
    const language = `${location.search ? "&" : "?"}spraak=${document.documentElement.lang}`;
    history.replaceState(history.state, "", location.pathname + location.search + language + location.hash);
  }

  // Links to pages are opened in the same session, as the menu does.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.hreflang && (typed || link.dataset.stays) && isConnected()) return speak(event, link.hreflang);
    if (link.hasAttribute("download") || link.hreflang || (link.target && link.target !== "_self")) return;
    const to = new URL(link.href);
    const within = to.origin === location.origin && PAGES.test(to.pathname);
    const onlyHash = to.pathname === location.pathname && to.search === location.search;
    if (!within || onlyHash || !isConnected() || !link.closest('[data-testid="stHtml"]')) return;
    event.preventDefault();
    const stays = link.dataset.stays;
    whenHeard(() => open(to, stays ? { stays, scroll: main()?.scrollTop } : { soft: true }));
  });

  // Another language is loaded anew, for Streamlit's own words. Where that would lose a draft, the words come alone.
  const speak = (event, code) => {
    event.preventDefault();
    whenHeard(() => {
      const link = document.querySelector(`a[hreflang="${code}"]`);
      if (!link.dataset.stays) return location.assign(link.href);
      bring(code, () => open(new URL(link.href), { stays: code, scroll: main()?.scrollTop }));
    });
  };
  const bring = (code, then) => {
    const words = document.createElement("script");
    words.src = `./words.js?spraak=${code}`;
    words.onload = () => { document.documentElement.lang = code; then?.(); };
    document.head.append(words);
  };

  // What was typed last is sent when its field is left. Another page asked for meanwhile would not come.
  let typed = false;
  document.addEventListener("input", () => { typed = true; }, true);
  const whenHeard = (then) => {
    if (!typed) return then();
    typed = false;
    const until = performance.now() + 5_000;
    let still = 0;
    const look = setInterval(() => {
      still = app()?.dataset.testScriptState === "notRunning" ? still + 1 : 0;
      if (still < 6 && performance.now() < until) return;
      clearInterval(look);
      then();
    }, 50);
  };

  // Streamlit opens what the address says when it hears of a step in the history.
  const open = (to, state) => {
    remember();
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state }));
  };

  // In a view of one thing at a time the arrow keys follow its links, and Escape leaves it.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.repeat) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], [role='listbox'], [role='combobox']")) return;
    const link = [...document.querySelectorAll("a[data-key]")].find((one) => one.dataset.key === event.key);
    if (!link) return;
    event.preventDefault();
    // Until the page it leads to is drawn, the link on the screen is the one just followed.
    if (link.href !== location.href) link.click();
  });

  // Links of a picture, such as the municipalities of the map, are followed softly too; Vega keeps them with its marks.
  document.addEventListener("click", (event) => {
    const address = event.target.__data__?.href;
    if (!address || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(address, document.baseURI);
    for (const name of ["datasett", "stand", "spraak"]) {
      const kept = new URLSearchParams(location.search).get(name);
      if (kept) to.searchParams.set(name, kept);
    }
    if (to.origin !== location.origin || !PAGES.test(to.pathname)) return;
    event.preventDefault();
    event.stopPropagation();
    open(to, { soft: true });
  }, true);

  // A new page begins at its heading; Back and Forward return to where the reader was.
  const remember = () => history.replaceState({ ...history.state, scroll: main()?.scrollTop ?? 0 }, "");
  let scrolling;
  document.addEventListener("scroll", () => { clearTimeout(scrolling); scrolling = setTimeout(remember, 150); }, true);
  addEventListener("popstate", (event) => {
    clearTimeout(scrolling);
    const code = new URLSearchParams(location.search).get("spraak");
    if (code && code !== document.documentElement.lang) bring(code);
    const { soft, scroll, stays } = event.state ?? {};
    if (!soft && scroll === undefined) return;
    whenDrawn(() => {
      main()?.scrollTo({ top: soft ? 0 : scroll, behavior: "instant" });
      if (stays) document.querySelector(`[data-stays="${CSS.escape(stays)}"]`)?.focus({ preventScroll: true });
      const heading = document.querySelector("h1");
      if (!soft || !heading) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  });

  // Drawn is what rests after it has begun: on a slow line the old page rests for a while before the new one comes.
  const whenDrawn = (then) => {
    const before = main()?.textContent;
    const until = performance.now() + 10_000;
    let begun = false, still = 0;
    const look = setInterval(() => {
      const resting = app()?.dataset.testScriptState === "notRunning" && !document.querySelector('[data-stale="true"]');
      begun ||= !resting || main()?.textContent !== before;
      still = begun && resting ? still + 1 : 0;
      if (still < 3 && performance.now() < until) return;
      clearInterval(look);
      then();
    }, 50);
  };

  // A fold that was open stays open when its text is drawn anew, and a picture says what it is in the language.
  const unfolded = new Set();
  document.addEventListener("toggle", (event) => {
    const fold = event.target;
    if (fold.localName !== "details" || !fold.id || !fold.isConnected) return;
    if (fold.open) unfolded.add(fold.id); else unfolded.delete(fold.id);
  }, true);
  new MutationObserver(() => {
    for (const id of unfolded) {
      const fold = document.getElementById(id);
      if (fold && !fold.open) fold.open = true;
    }
    for (const picture of document.getElementsByClassName("stVegaLiteChart")) {
      for (const part of [picture, ...picture.querySelectorAll("[aria-roledescription]")]) {
        const word = globalThis.words?.[part.ariaRoleDescription];
        if (word) part.ariaRoleDescription = word;
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
