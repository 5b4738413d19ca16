// Streamlit tells the page around it of every run. Where none is around, it tells itself, and
// spends five milliseconds of each click on making sure who speaks.
addEventListener("message", (event) => {
  if (event.source === window) event.stopImmediatePropagation();
}, { capture: true });
