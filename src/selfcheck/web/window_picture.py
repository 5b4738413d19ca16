"""The calendar of the days to apply in, as a picture that says in words what it shows."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from selfcheck import content, picture
from selfcheck.review import Review
from selfcheck.web import markup, state

WIDE, NARROW = 600, 310


def draw(review: Review) -> None:
    """Draw the calendar, in one shape for phones and one for wider screens."""
    shown = picture.bars(review)
    if not shown:
        return
    words = content.words("case_review")
    says = [words["picture_says"]]
    if len(shown) == picture.MOST_BARS:
        says.append(words["picture_some"].format(count=len(shown)))
    drawn = state.remembered("calendar", review, lambda: _images(review))
    markup.draw(
        markup.heading(words["picture"]),
        markup.element("div", drawn, "sc-picture"),
        markup.paragraph(" ".join(says), "sc-quiet"),
    )


def _images(review: Review) -> str:
    alt = escape(picture.described(review))
    return _image(review, WIDE, "sc-wide", alt) + _image(review, NARROW, "sc-narrow", alt)


def _image(review: Review, width: int, look: str, alt: str) -> str:
    data = b64encode(picture.svg(review, width).encode()).decode()
    return f'<img class="{look}" alt="{alt}" src="data:image/svg+xml;base64,{data}">'
