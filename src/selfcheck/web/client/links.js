// Links to other pages: those of the menu and Streamlit's own lead there in one way, as if
// Back had led there, which Streamlit follows. No tap is lost: it waits until what was sent before
// it is answered, while the server is away, and until a new server has been told the answers.
{
  const LOOK_AGAIN_MS = 30;
  let wanted = null;

  const go = () => {
    if (wanted === null || selfcheck.gone) return;
    if (!selfcheck.isAnswered() || !selfcheck.isKept()) return void setTimeout(go, LOOK_AGAIN_MS);
    if (wanted !== location.href) history.pushState({}, "", wanted);
    wanted = null;
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

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
