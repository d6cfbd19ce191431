"""What Python's and numpy's commonest errors mean, in words a newcomer can act on."""

from __future__ import annotations

import os
import re
import sysconfig
import traceback
from pathlib import Path
from typing import Any

import numpy as np

# (exception's name, a pattern of its message, what it means). Groups of the pattern fill the sentence.
MEANINGS = [
    ("ValueError", r"operands could not be broadcast together with (?:remapped )?shapes (\([\d, ]*\)) (\([\d, ]*\))", "Two arrays of shapes {0} and {1} met, and they do not fit: read from the right, each pair of numbers must be equal, or one of them 1."),
    ("ValueError", r"matmul: Input operand 1 has a mismatch in its core dimension 0.*size (\d+) is different from (\d+)", "In a product with @ the rows on the left have {1} numbers and the columns on the right have {0}: they must be equally long."),
    ("ValueError", r"solve1?: Input operand 1 has a mismatch.*size (\d+) is different from (\d+)", "The system has {1} equations and the right side {0} numbers: each equation needs one."),
    ("LinAlgError", r"Singular matrix", "The matrix is singular: a row follows from the others, so there is no inverse, and no single solution."),
    ("LinAlgError", r"must be square", "This needs a square matrix, with as many rows as columns."),
    ("LinAlgError", r"(\d+)-dimensional array given. Array must be at least two-dimensional", "A matrix with rows and columns is needed here, and an array came whose number of axes is {0}."),
    ("ValueError", r"shapes (\([\d, ]*\)) and (\([\d, ]*\)) not aligned", "A product of arrays of shapes {0} and {1} does not exist: the last number on the left must equal the first on the right."),
    ("ValueError", r"truth value of an array", "Python wanted a single yes or no (for if, and, or, not, or a chain such as a < x < b) and got an array of them. Between arrays use & and |, with each comparison in brackets; .any() and .all() make one answer of many."),
    ("TypeError", r"ufunc '(?:bitwise_and|bitwise_or)' not supported|unsupported operand type\(s\) for [&|]", "& and | met numbers, not True and False: they bind tighter than < and ==, so each comparison needs brackets of its own."),
    ("TypeError", r"unsupported operand type\(s\) for \^=?:", "^ is no power in Python: a power takes two stars, **."),
    ("TypeError", r"unsupported operand type\(s\) for (.+?): '(.+?)' and '(.+?)'", "{0} does not work between {1} and {2}."),
    ("TypeError", r"bad operand type for (.+?): '(.+?)'", "{0} does not work on {1}."),
    ("TypeError", r"can't multiply sequence by non-int", "A list times a number with a point does not exist; make the list an array first: np.array(…)."),
    ("TypeError", r"only (?:size-1|length-1|0-dimensional) arrays can be converted", "A function for single numbers (one of math's, float or int) was given a whole array; np has the same functions for arrays."),
    ("TypeError", r"(?:must be real number|a number is required), not (.+)", "A function for numbers was given {0}."),
    ("TypeError", r"'(.+?)' object is not callable", "Round brackets stand behind something that is no function, but {0}. Is a sign missing before them, or should they be square?"),
    ("TypeError", r"'(.+?)' object is not subscriptable", "Square brackets stand behind {0}, which has no places to pick from."),
    ("TypeError", r"(?:'(.+?)' object is not iterable|cannot unpack non-iterable (.+?) object)", "Several values were expected, one after the other, and {0} is not that."),
    ("TypeError", r"object of type '(.+?)' has no len|len\(\) of unsized object", "len asks how many there are; that makes no sense for a single value."),
    ("TypeError", r"'(.+?)' object cannot be interpreted as an integer", "A whole number is needed here, for counting, and {0} came. // divides without a rest, int(…) cuts the point off."),
    ("TypeError", r"(\w+)\(\) got an unexpected keyword argument '(.+?)'", "{0} has no argument called {1}."),
    ("TypeError", r"(\w+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given", "{0} takes {1} values and was given {2}."),
    ("TypeError", r"(\w+)\(\) missing \d+ required positional arguments?: (.+)", "{0} was called without {1}."),
    ("TypeError", r"'(.+?)' object does not support item assignment", "A place of {0} cannot be given a new value."),
    ("TypeError", r"(?:list|tuple|string) indices must be integers or slices, not (.+)", "A place in a row is a whole number; {0} came."),
    ("IndexError", r"only integers, slices", "A place in an array is a whole number, and something else came."),
    ("IndexError", r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)", "Place {0} was asked for, and there are {1} places. Counting starts at 0, so the last is one below that number."),
    ("IndexError", r"(?:list|tuple|string) index out of range", "A place was asked for that the row does not have. Counting starts at 0, so the last place is one below the length."),
    ("IndexError", r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed", "{1} places were asked for, in an array whose number of axes is {0}."),
    ("AxisError", r"axis (-?\d+) is out of bounds for array of dimension (\d+)", "There is no axis {0}: the array's number of axes is {1}, and they are counted from 0."),
    ("AttributeError", r"'NoneType' object has no attribute '(.+?)'", "Something is None where a value with .{0} was expected. None is what a function gives that returns nothing."),
    ("AttributeError", r"'(.+?)' object has no attribute '(.+?)'", "{0} has no .{1}."),
    ("AttributeError", r"module '(.+?)' has no attribute '(.+?)'", "{0} has nothing called {1}. Is it spelled so?"),
    ("UnboundLocalError", r"'(\w+)'", "{0} is used before this function has given it a value. A name that a function assigns to is its own from the first line on."),
    ("NameError", r"name '(\w+)' is not defined", "Nothing is called {0} here. Is it spelled as where it was made, and did that cell run?"),
    ("ZeroDivisionError", r"", "Something was divided by zero."),
    ("ValueError", r"math domain error|expected a (?:positive|nonnegative) (?:input|number)", "A function of math was asked where it has no value, such as the logarithm of 0 or the root of a negative number."),
    ("OverflowError", r"", "A number grew larger than the largest that fits."),
    ("RecursionError", r"", "A function called itself again and again, more often than Python allows. Does it come to an end, and could a loop do it?"),
    ("TooSlowError", r"", "It was still at work. If there is a while loop, does its question ever get the answer no?"),
    ("NotImplementedError", r"^$", "Python came to a line raise NotImplementedError. Take it out once your own lines stand there."),
    ("ValueError", r"Integers to negative integer powers", "numpy refuses negative powers of whole numbers. With a point, as in 2.0, the base has them."),
    ("TypeError", r"loop of ufunc does not support argument \d+ of type int", "numpy met a whole number that is not of its own kinds: those have at most 64 bits. float(…) makes one that fits."),
    ("KeyError", r"(.+)", "The dictionary has no entry {0}."),
    ("ValueError", r"not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)", "{0} names stand left of =, and {1} values came."),
    ("ValueError", r"too many values to unpack \(expected (\d+)", "{0} names stand left of =, and more values came."),
    ("ValueError", r"could not convert string to float: (.+)", "The text {0} cannot be read as a number."),
    ("ValueError", r"setting an array element with a sequence", "An array needs rows of equal length, and single numbers in its places."),
    ("ValueError", r"cannot reshape array of size (\d+) into shape (\([\d, ]*\))", "{0} numbers do not fill the shape {1}."),
    ("ValueError", r"(?:zero-size array|max\(\)|min\(\)|\w+\(\) (?:arg|iterable argument)).*(?:empty|identity)", "The largest or smallest of nothing was asked for."),
    ("UFuncTypeError", r"Cannot cast ufunc '\w+' output from .*float.* to .*int", "An array of whole numbers cannot take numbers with a point in place. Make it floats first, or make a new array."),
    ("TypeError", r"can only concatenate (.+?) \(not \"(.+?)\"\)", "+ joins {0} with {0} only, and {1} came."),
]  # fmt: skip
NAMES = {
    "NoneType": "None",
    "ndarray": "an array",
    "numpy.ndarray": "an array",
    "float": "a number",
    "int": "a whole number",
    "numpy.float64": "a number",
    "float64": "a number",
    "numpy.int64": "a whole number",
    "str": "text",
    "list": "a list",
    "tuple": "a tuple",
    "function": "a function",
    "builtin_function_or_method": "a function",
    "method": "a function",
    "bool": "True or False",
    "dict": "a dictionary",
    "range": "a range",
}


def meaning(error: BaseException) -> str:
    """What an error means; "" if nothing is known of it."""
    kinds = [kind.__name__ for kind in type(error).__mro__]
    for kind, pattern, sentence in MEANINGS:
        found = re.search(pattern, str(error)) if kind in kinds else None
        if found:
            groups = [_named(group) for group in found.groups() if group is not None]
            text = sentence.format(*groups)
            return text[0].upper() + text[1:] if text.startswith(("a ", "an ")) else text
    return ""


def _named(group: str) -> str:
    return NAMES.get(
        group.rsplit(".", maxsplit=1)[-1] if group.startswith("numpy.") else group, NAMES.get(group, group)
    )


def said(error: BaseException) -> str:
    """ "ValueError: message", shortened."""
    text = " ".join(str(error).split())
    text = text if len(text) <= 200 else text[:200] + " …"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


_LIBRARIES = (
    sysconfig.get_path("stdlib"),
    sysconfig.get_path("platstdlib"),
    str(Path(np.__file__).parents[1]),
    f"{Path(__file__).parents[1]}{os.sep}",
)


def learners_frames(error: BaseException) -> list[traceback.FrameSummary]:
    """The frames of an exception that run the learner's own code, outermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    return [frame for frame in frames if frame.filename != "<check>" and not _is_library(frame.filename)]


def _is_library(filename: str) -> bool:
    if filename.startswith(("<frozen", "<__array")):
        return True
    return filename.startswith(_LIBRARIES)


def place(frame: traceback.FrameSummary) -> str:
    """ "f, line 3 of its cell", or of its file."""
    own = frame.filename
    file = Path(own).name if own.endswith(".py") and "ipykernel" not in own else ""
    return f"{frame.name}, line {frame.lineno} of {file or 'its cell'}"


def short(value: Any) -> str:
    """A value in a few characters."""
    text = " ".join(repr(value).split())
    if isinstance(value, np.ndarray):
        text = (
            f"an array of shape {value.shape}"
            if value.size > 6
            else f"the array {' '.join(str(value).split())}"
        )
    elif isinstance(value, float | np.floating):
        text = f"{float(value):.6g}"
    elif callable(value):
        text = "a function"
    elif " object at 0x" in text or " at 0x" in text:
        text = f"an object of type {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + " …"
