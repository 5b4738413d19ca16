"""The least app, to compare with: untouched, and tuned as ours is."""
