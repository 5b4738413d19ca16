// Links to other pages: those of the menu and Streamlit's own lead there in one way, as if
// Back had led there, which Streamlit follows. No tap is lost: it waits while what was typed is
// on its way, while the server is away, and until a new server has been told the answers.
{
  const LOOK_AGAIN_MS = 30;
  const SEND_MS = 60;
  const ARRIVE_MS = 3000;
  let leftField = -Infinity;
  let wanted = null;

  const atRest = () => document.querySelector('[data-test-script-state="notRunning"]') !== null;
  // Straight from a text field, Streamlit would send what was typed after the wish for the
  // other page, and lose one of them.
  const typedHasArrived = () => {
    const since = performance.now() - leftField;
    return since > ARRIVE_MS || (since > SEND_MS && atRest());
  };

  const go = () => {
    if (wanted === null || selfcheck.gone) return;
    if (!typedHasArrived() || !selfcheck.isKept()) return void setTimeout(go, LOOK_AGAIN_MS);
    if (wanted !== location.href) history.pushState({}, "", wanted);
    wanted = null;
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  addEventListener("focusout", ({ target }) => {
    if (target.matches?.("textarea, input")) leftField = performance.now();
  }, { capture: true });
  addEventListener("click", (event) => {
    const link = event.target.closest?.('.sc-menu a:not([href^="#"]), a.sc-page, [data-testid="stPageLink"] a');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const waits = wanted !== null;
    wanted = link.href;
    if (!waits) go();
  }, { capture: true });
}
