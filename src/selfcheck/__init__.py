"""Is it harassment, and do you qualify for an ASB Case Review?"""
