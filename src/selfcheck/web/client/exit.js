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
  const STEP_BACK_MS = 300;
  const LEFT = "selfcheck:left";
  const { url, title } = selfcheck.bar.dataset;
  const entriesAtFirst = history.length;
  let presses = [];

  // From here on Streamlit writes no history: a run that ends while the everyday page is
  // awaited would put the page it drew back into it, after all we take out.
  const replaceState = history.replaceState.bind(history);
  const hide = () => {
    selfcheck.gone = true;
    history.pushState = history.replaceState = () => {};
    document.documentElement.classList.add("sc-gone");
    document.title = title;
  };

  // Back may bring a page of ours that was left: go on to the everyday one, showing nothing.
  // A page that had been loaded before the one that was left knows by a word in the tab.
  const again = () => { hide(); location.replace(url); };
  const markLeft = () => { try { sessionStorage.setItem(LEFT, ""); } catch { /* nor a word */ } };
  const leftBefore = () => { try { return sessionStorage.getItem(LEFT) !== null; } catch { return false; } };
  const cameBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (history.state?.selfcheckLeft || (cameBack && leftBefore())) again();
  else try { sessionStorage.removeItem(LEFT); } catch { /* nothing is kept there */ }
  addEventListener("pageshow", ({ persisted }) => { if (persisted && (selfcheck.gone || leftBefore())) again(); });

  // How many entries of ours stand in this tab's history, how many of them are of this very
  // document and behind us, and whether some are of another: going there would load it.
  const entries = () => {
    const all = window.navigation?.entries?.() ?? [];
    if (all.length) {
      const before = all.slice(0, all.findIndex(({ key }) => key === navigation.currentEntry.key));
      const behind = before.length - 1 - before.findLastIndex(({ sameDocument }) => !sameDocument);
      return { count: all.length, behind, others: all.some(({ sameDocument }) => !sameDocument) };
    }
    const behind = Math.max(0, history.length - entriesAtFirst);
    return { count: behind + 1, behind, others: true };
  };

  // From our first entry a step forward drops our later ones from Forward; the first
  // is marked as left, for when somebody comes back to it.
  const stepOn = () => {
    replaceState({ selfcheckLeft: true }, "", "./");
    location.href = url;
  };

  selfcheck.leave = () => {
    if (selfcheck.gone) return;
    const { count, behind, others } = entries();
    hide();
    try { sessionStorage.clear(); } catch { /* nothing was kept there either */ }
    if (others) markLeft();
    selfcheck.tell("left", true);
    if (count === 1) return void setTimeout(() => location.replace(url), TELL_SERVER_MS);
    if (behind === 0) return void setTimeout(stepOn, TELL_SERVER_MS);
    // A slow browser goes on from here: whatever of ours is still in its history must know.
    const stuck = setTimeout(() => { markLeft(); location.replace(url); }, STEP_BACK_MS);
    addEventListener("popstate", (event) => {
      event.stopImmediatePropagation();
      clearTimeout(stuck);
      setTimeout(stepOn);
    }, { capture: true, once: true });
    history.go(-behind);
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
}
