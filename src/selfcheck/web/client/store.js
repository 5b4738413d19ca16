// What this tab keeps: the case in shards, and what is typed but not yet sent.
{
  const KEPT = "selfcheck:kept:";
  const TYPED = "selfcheck:typed:";
  const state = { nonce: null, failed: false, wanted: {}, come: {}, dropped: {}, said: 0 };
  // Whether the server there is now knows what this tab holds. One that was there before the
  // line was lost has to say that it heard the tab is back; nobody waits for that for long.
  const HEARS_WITHIN_MS = 10000;
  let kept = false;
  let lost = false;
  let backAt = null;
  selfcheck.isKept = () => kept || (!lost && backAt !== null && Date.now() - backAt > HEARS_WITHIN_MS);

  const storage = (() => {
    try {
      sessionStorage.setItem("selfcheck:try", "");
      sessionStorage.removeItem("selfcheck:try");
      return sessionStorage;
    } catch { return null; }
  })();

  const held = (prefix) => Object.fromEntries(
    Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), storage.getItem(key)]));

  const guarded = (work) => {
    if (storage === null || selfcheck.gone) return;
    try { work(); } catch (problem) {
      if (!state.failed) { state.failed = true; selfcheck.tell("failed", problem.name); }
      return;
    }
    if (work === putAway && state.failed) { state.failed = false; selfcheck.tell("failed", "kept"); }
  };

  // Put away all shards of a run at once, when the last of them has come.
  const settle = () => {
    const names = Object.keys(state.wanted);
    if (names.some((name) => state.come[name]?.digest !== state.wanted[name])) return;
    guarded(putAway);
  };

  // All of them or none: a tab that is full keeps the last whole state, never half of two.
  const putAway = () => {
    const before = held(KEPT);
    const changed = Object.keys(state.wanted).filter((name) => before[name] !== state.come[name].body);
    try {
      for (const name of Object.keys(before)) if (!(name in state.wanted)) storage.removeItem(KEPT + name);
      // What shrinks goes first, so that there is room for what grows.
      const growth = (name) => state.come[name].body.length - (before[name]?.length ?? 0);
      for (const name of changed.sort((one, other) => growth(one) - growth(other)))
        storage.setItem(KEPT + name, state.come[name].body);
    } catch (problem) {
      for (const name of Object.keys(held(KEPT))) storage.removeItem(KEPT + name);
      for (const [name, body] of Object.entries(before)) storage.setItem(KEPT + name, body);
      throw problem;
    }
    forgetSent();
  };

  // Typed text that the server now has needs no second copy; nor does a dropped draft.
  const forgetSent = () => {
    const sent = JSON.parse(state.come.drafts?.body ?? "{}");
    for (const [key, text] of Object.entries(held(TYPED)))
      if ((sent[key] ?? "") === text) storage.removeItem(TYPED + key);
  };
  const forgetDropped = (dropped) => {
    for (const [key, times] of Object.entries(dropped)) {
      if ((state.dropped[key] ?? 0) >= times) continue;
      state.dropped[key] = times;
      guarded(() => storage.removeItem(TYPED + key));
    }
  };

  selfcheck.tab = ({ data, setTriggerValue }) => {
    if (!data || selfcheck.gone) return;
    selfcheck.tell = setTriggerValue;
    if (data.ask) {
      selfcheck.expectNoAnswer();
      kept = false;
      backAt = null;
      if (state.nonce === data.nonce) return;  // answered already: no loop of reruns
      Object.assign(state, { nonce: data.nonce, failed: false, wanted: {}, come: {}, dropped: {}, said: 0 });
      setTriggerValue("held", { nonce: data.nonce, refused: storage === null, shards: held(KEPT), typed: held(TYPED) });
    } else if (state.nonce === data.nonce) {
      selfcheck.answers();
      kept = !lost && (backAt === null || backAt === data.back);
      state.wanted = data.shards;
      for (const [name, body] of Object.entries(data.parts))
        state.come[name] = { name, body, digest: data.shards[name] };
      forgetDropped(data.dropped);
      const [serial, words] = data.said;
      if (serial !== state.said) { state.said = serial; selfcheck.announce(words); }
      settle();
    }
  };

  selfcheck.shard = (shard) => {
    if (!shard || shard.nonce !== state.nonce) return;  // a late word of another session
    state.come[shard.name] = shard;
    settle();
  };

  addEventListener("input", ({ target }) => {
    if (!target.matches?.("textarea, input[type=text]")) return;
    const field = [...(target.closest('[class*="st-key-draft_"]')?.classList ?? [])].find((name) => name.startsWith("st-key-draft_"));
    if (field) guarded(() => storage.setItem(TYPED + field.slice("st-key-".length), target.value));
  }, { capture: true });

  // After a lost connection Streamlit waits for a click. Ask for a run instead: the server
  // may be a new one that must be told the answers, or not know what was typed last.
  let told = false;
  let warning;
  new MutationObserver(([{ target }]) => {
    const now = target.dataset.testConnectionState;
    if (now === "CONNECTED" && lost) {
      lost = false;
      clearTimeout(warning);
      if (told) selfcheck.announce(selfcheck.bar.dataset.back, { shown: true, forMs: 3000 });
      told = false;
      backAt = Date.now();
      selfcheck.tell("back", { typed: held(TYPED), at: backAt });
    } else if (now !== "CONNECTED" && !lost && state.nonce !== null) {
      lost = true;
      kept = false;
      selfcheck.expectNoAnswer();
      warning = setTimeout(() => {
        told = true;
        selfcheck.announce(selfcheck.bar.dataset.lost, { shown: true });
      }, 1500);
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-test-connection-state"] });
}
