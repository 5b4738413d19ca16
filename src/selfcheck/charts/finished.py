"""A figure of ours in the form that is sent as it stands."""

from __future__ import annotations

from plotly.basedatatypes import BaseFigure

from selfcheck.charts.chart import Figure


class Finished(BaseFigure):  # type: ignore[misc]  # Plotly publishes no types
    """A finished figure, for st.plotly_chart.

    A dictionary would be checked property by property at every run, which took longer than
    all the rest of the page; a figure of Plotly's own is taken at its word. That ours are
    what Plotly knows is held by a test of every chart instead.
    """

    def __init__(self, figure: Figure) -> None:  # Plotly's own would check and copy it
        self._figure = figure

    def to_dict(self) -> Figure:
        """Return the figure, as all that Streamlit asks for."""
        return self._figure
