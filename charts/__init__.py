"""The pictures of Kompassrosen: specifications, the rows they draw and the text that says the same."""
