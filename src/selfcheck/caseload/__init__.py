"""Whole caseloads: who already meets the threshold, in a list of reports.

`review.py` stays the rule. The expression built here says the same thing for a million
reports at once, and tests compare the two case by case. Only this package imports Ibis
and the engines it runs on, and only when a list is screened.
"""
