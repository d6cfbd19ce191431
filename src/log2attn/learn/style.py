"""The house style of every figure: a color-blind safe palette, and each color with a line style of its own."""

from cycler import cycler

# Okabe and Ito's palette (2008), readable with every common form of color blindness.
BLUE, VERMILLION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
ORANGE, SKY, YELLOW, GRAY, INK = "#E69F00", "#56B4E9", "#F0E442", "#7F7F7F", "#222222"

SEQUENTIAL = "viridis"
DIVERGING = "RdBu_r"  # signed values; always with vmin = -vmax, so that white is zero

HOUSE = {
    # At most four curves share one axes, each told apart by its dashes as well as by its color.
    "axes.prop_cycle": cycler(color=[BLUE, VERMILLION, GREEN, PURPLE])
    + cycler(linestyle=["-", "--", "-.", ":"]),
    "axes.grid": True,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": "medium",
    "axes.titlelocation": "left",
    "figure.constrained_layout.use": True,
    "figure.figsize": (6.4, 3.8),
    "figure.facecolor": "white",  # also on a dark page: the ink below is dark
    "font.size": 11.0,
    "grid.alpha": 0.3,
    "image.cmap": SEQUENTIAL,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "savefig.facecolor": "white",
    "text.color": INK,
}
