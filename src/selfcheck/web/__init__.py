"""The app that people see: the frame round every page, and the answers kept in the tab."""
