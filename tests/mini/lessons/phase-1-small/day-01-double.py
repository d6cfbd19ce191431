# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Twice is a sum
#
# What does twice mean? *After today you can double anything.*

# %%
import numpy as np

# %% [markdown]
# ## 1 · Revise · 15 minutes

# %% [markdown]
# ### Exercise · Twice as much
#
# *3 points · about 5 minutes*

# %% exercise="d01-double"
def double(x):
    """Twice x.

    >>> double(2)
    4
    """
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %% visible="d01-double" points=1
# Two cases that can be done by hand.
assert double(3) is not None, "double returned None. Did you forget the return statement?"
assert double(3) == 6, f"Twice 3 is 6, got {double(3)}."

# %% hidden="d01-double" points=2
# Hidden checks: arrays of random numbers.
_rng = course_rng("d01-double")
_x = _rng.normal(size=5)
_want = _x + _x
assert np.allclose(double(_x), _want, rtol=1e-12, atol=0), "wrong for an array"

# %% [markdown]
# With your function, four is twice two.

# %%
four = double(2)

# %%
five = 5

# %%
nine = four + five

# %% [markdown]
# ### Exercise · A counter
#
# *2 points · about 5 minutes*

# %% exercise="d01-Counter"
class Counter:
    """Counts up.

    >>> Counter(2).up(3).count
    5
    """

    def __init__(self, count):
        self.count = count

    def up(self, by):
        """A new counter, ``by`` further."""
        ### BEGIN SOLUTION
        return Counter(self.count + by)
        ### END SOLUTION

    def twice(self):
        """A new counter with twice the count."""
        ### BEGIN SOLUTION
        return Counter(double(self.count))
        ### END SOLUTION


# %% visible="d01-Counter" points=0
# From 2, three up is 5.
assert Counter(2).up(3).count == 5, "Counter(2).up(3) should count 5."

# %% hidden="d01-Counter" points=2
# Hidden checks: other numbers, and twice.
assert Counter(7).up(1).up(1).count == 9, "up twice"
assert Counter(7).twice().count == 14, "twice"
_c = Counter(1)
_c.up(5)
assert _c.count == 1, "up must leave the counter it was asked of as it was"

# %% [markdown]
# ### In your own words
#
# *2 points · about 5 minutes*
#
# Why is twice a sum?

# %% [markdown] exercise="d01-why" points=2
# Because adding a number to itself counts it two times.
