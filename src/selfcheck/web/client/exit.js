// Exit this page. It needs neither the server nor Streamlit: this runs before both.
const selfcheck = (window.selfcheck = { gone: false, tell: () => {} });
selfcheck.bar = document.querySelector(".sc-bar");
// Say something to a screen reader, and on screen too where it is not there already.
selfcheck.announce = (text, { shown = false, forMs = 0 } = {}) => {
  const live = selfcheck.bar.querySelector(".sc-live");
  live.classList.toggle("sc-shown", shown);
  live.textContent = text;
  if (forMs) setTimeout(() => { if (live.textContent === text) live.textContent = ""; }, forMs);
};

{
  const ESC_WITHIN_MS = 2000;
  const TELL_SERVER_MS = 60;
  const here = window.navigation?.currentEntry ? window.navigation : null;
  const entriesAtFirst = history.length;
  let presses = [];

  // How many pages of ours lie behind this one in the tab's history, and ahead of it.
  const behind = () => (here ? here.currentEntry.index - here.entries()[0].index : Math.max(0, history.length - entriesAtFirst));
  const more = () => (here ? here.entries().length > 1 : behind() > 0);
  const connected = () => document.querySelector('[data-test-connection-state="CONNECTED"]') !== null;

  const empty = () => {
    document.documentElement.classList.add("sc-gone");
    document.title = selfcheck.bar.dataset.title;
    try { sessionStorage.clear(); } catch { /* nothing was kept there either */ }
    selfcheck.tell("left", true);
  };

  selfcheck.leave = () => {
    if (selfcheck.gone) return;
    selfcheck.gone = true;
    const { url } = selfcheck.bar.dataset;
    // The exit page steps on from here, which takes our later pages out of Forward too.
    const target = more() && connected() ? new URL("./exit", document.baseURI).href : url;
    const steps = behind();
    empty();
    const replace = () => location.replace(target);
    if (steps === 0) return void setTimeout(replace, TELL_SERVER_MS);
    addEventListener("popstate", (event) => { event.stopImmediatePropagation(); replace(); }, { capture: true, once: true });
    history.go(-steps);
    setTimeout(replace, 300);
  };

  selfcheck.bar.querySelector(".sc-exit").addEventListener("click", selfcheck.leave);

  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Escape") { presses = []; return; }
    const now = performance.now();
    presses = [...presses.filter((then) => now - then < ESC_WITHIN_MS), now];
    if (presses.length === 2) selfcheck.announce(selfcheck.bar.dataset.onceMore, { shown: true, forMs: 3000 });
    if (presses.length >= 3) selfcheck.leave();
  }, { capture: true });

  // A browser may bring the whole page back from memory: leave again, with nothing shown.
  addEventListener("pageshow", (event) => { if (event.persisted && selfcheck.gone) location.replace(selfcheck.bar.dataset.url); });
}
