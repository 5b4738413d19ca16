"""How README.md and the pages of this folder become a site: `make docs`.

The source is the whole project, so that links between these files hold on the site as they do
where the repository is shown. A link to any other file gives that file.
"""

project = "selfcheck"
root_doc = "docs/index"
include_patterns = ["*.md", "docs/**", "src/selfcheck/areas/README.md"]
exclude_patterns = [".*", "build", "dist", "tests"]
nitpicky = True  # a link that leads nowhere stops the build

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 3
autodoc_typehints_format = "short"
# What the library gives back stands in the code, and Python's own types elsewhere.
nitpick_ignore_regex = [("py:class", r"(datetime|selfcheck\..+)\.\w+")]

html_theme = "furo"
html_title = "selfcheck"
html_extra_path = ["site"]
html_copy_source = False
html_show_copyright = False
html_domain_indices = False
html_use_index = False
