// Download buttons: the last words typed go into the file, and a failure is said plainly.
{
  const ARRIVE_MS = 3000;
  const LOOK_AGAIN_MS = 30;
  const SAID_MS = 12000;
  let typedAt = -Infinity;  // when a field was left that the server may not have heard of
  let ranSince = false;

  const running = () => document.querySelector('[data-test-script-state="notRunning"]') === null;
  const underWay = () => performance.now() - typedAt < ARRIVE_MS;

  // A run may have drawn the button anew meanwhile, and a tap on the old one would be lost.
  const standing = (button) => {
    if (button.isConnected) return button;
    const named = button.dataset.scKey;
    return named ? document.querySelector(`.${CSS.escape(named)} button`) : null;
  };

  addEventListener("change", ({ target }) => {
    if (target.matches?.("textarea, input")) { typedAt = performance.now(); ranSince = false; }
  }, { capture: true });

  // The server makes the file from what it last heard: let the page run once more first.
  addEventListener("click", (event) => {
    const button = event.target.closest?.('[data-testid="stDownloadButton"] button');
    if (!button || !underWay()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const box = button.closest('[class*="st-key-"]');
    button.dataset.scKey = [...(box?.classList ?? [])].find((name) => name.startsWith("st-key-")) ?? "";
    setTimeout(() => standing(button)?.click(), LOOK_AGAIN_MS);
  }, { capture: true });

  new MutationObserver(() => {
    if (running()) ranSince = true;
    else if (ranSince) typedAt = -Infinity;
    if (document.querySelector('[data-testid="stDownloadButtonError"]:not([hidden])')) {
      document.querySelector('[data-testid="stDownloadButtonError"]').hidden = true;
      selfcheck.announce(selfcheck.bar.dataset.notMade, { shown: true, forMs: SAID_MS });
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
}
