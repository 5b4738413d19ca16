// What a press changes goes to the server at once, and one press at a time.
// At once: Streamlit sends by a timer of no length, and Chromium lets timers wait for the frame
// after a press. One at a time: of two messages close together Streamlit's server may drop the
// first, or believe the second, which does not know yet what the first filled in.
{
  const ANSWER_MS = 3000;  // work on a long list takes longer: then a press goes all the same
  const LOOK_AGAIN_MS = 15;
  const timer = window.setTimeout;
  let sent = null;
  let drawn = false;
  let waits = false;

  selfcheck.isAtRest = () => document.querySelector('[data-test-script-state="notRunning"]') !== null;
  const isFree = () => sent === null || (drawn && selfcheck.isAtRest()) || performance.now() - sent > ANSWER_MS;
  selfcheck.isAnswered = () => !waits && isFree();
  // The server draws an answer; or the line is lost, or a new server asks: none will come.
  selfcheck.answers = () => { drawn = true; };
  selfcheck.expectNoAnswer = () => { sent = null; };

  const send = (work) => {
    waits = !selfcheck.gone && !isFree();
    if (waits) return void timer(send, LOOK_AGAIN_MS, work);
    sent = performance.now();
    drawn = false;
    work();
  };
  const isStreamlitsSending = (work) => String(work).includes("sendUpdateWidgetsMessage");
  window.setTimeout = (work, delay, ...rest) => {
    if (delay !== 0 || !isStreamlitsSending(work)) return timer(work, delay, ...rest);
    waits = true;
    queueMicrotask(() => send(work));
  };
}
