"""Whether it is harassment, and whether you qualify for an ASB Case Review."""
