// Time presses: window.painted(kind, want) promises the milliseconds from the next press to
// the moment something of it is on the screen.
//   text: words stand on the page     heading: they are its first heading
//   rest: nothing comes from the server or changes any more
{
  const QUIET_MS = 300, PATIENCE_MS = 20000;
  let came = 0, onPress = () => {};
  // Before any script of the page has come, so that none of them can keep a click from us.
  addEventListener("click", () => onPress(), { capture: true });
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => { came = performance.now(); });
    }
  };
  const app = () => document.querySelector('[data-testid="stApp"]');
  const atRest = () => app()?.dataset.testScriptState === "notRunning";
  const there = {
    text: (want) => document.body.textContent.includes(want),
    heading: (want) => document.querySelector("h1")?.textContent.trim() === want,
  };

  window.painted = (kind, want) => new Promise((resolve, reject) => {
    let pressed = null, changed = 0;
    const give = (at) => { watcher.disconnect(); clearInterval(asking); resolve(at - pressed); };
    onPress = () => { pressed ??= performance.now(); };
    const watcher = new MutationObserver(() => {
      if (pressed === null) return;
      if (kind === "rest") requestAnimationFrame(() => { changed = performance.now(); });
      else if (there[kind](want))
        requestAnimationFrame(() => requestAnimationFrame(() => give(performance.now())));
    });
    watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const asking = setInterval(() => {
      if (kind !== "rest" || pressed === null || came < pressed || !atRest()) return;
      const last = Math.max(came, changed);
      if (performance.now() - last > QUIET_MS) give(last);
    }, 20);
    setTimeout(() => reject(new Error(`${kind} ${want} was never painted`)), PATIENCE_MS);
  });
}
