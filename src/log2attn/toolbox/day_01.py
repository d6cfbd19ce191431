"""Day 1, Powers, exponents and big numbers: the reference functions. Made by `log2attn build`; do not edit."""


def single_exponent(a: float, b: float, c: float) -> float:
    """The exponent of (x**a * x**b)**c, written as a single power of x.

    a, b     exponents of the two factors, any numbers
    c        exponent of the bracket, any number
    returns  one exponent

    >>> single_exponent(2, 3, 4)
    20
    """
    return (a + b) * c


def memory_gb(n_params: float, bits: float) -> float:
    """Memory that the parameters of a model fill, in gigabytes of 10**9 bytes.

    n_params  number of parameters, ≥ 0
    bits      bits for each parameter, > 0
    returns   gigabytes

    >>> memory_gb(2_000_000_000, 8)
    2.0
    """
    return n_params / 1e9 * bits / 8


def param_count(layers: list[tuple[int, int]], bias: bool = True) -> int:
    """How many parameters a network has: a weight for each pair of input and output,
    and a bias for each output.

    layers   list of pairs (d_in, d_out), one for each layer; an empty list has none
    bias     True if each output has a bias, False if there are none
    returns  the number of parameters of all layers together

    >>> param_count([(784, 300), (300, 100), (100, 10)])
    266610
    """
    total = 0
    for d_in, d_out in layers:
        total = total + d_in * d_out
        if bias:
            total = total + d_out
    return total


def int_power(base: float, n: int) -> float:
    """The power base**n for a whole number n.

    base     any number; not 0 if n is negative
    n        whole number, may be 0 or negative
    returns  the product of n factors, exact if base is whole; for a negative n, one
             divided by the product of |n| factors

    >>> int_power(3, 13)
    1594323
    """
    product = 1
    for _ in range(abs(n)):
        product = product * base
    if n < 0:
        product = 1 / product
    return product


def sci(x: float) -> tuple[float, int]:
    """Scientific notation: the mantissa m and the exponent k with x = m * 10**k.

    x        0, or a number with 1e-22 ≤ |x| ≤ 1e22
    returns  the pair (m, k) with 1 ≤ |m| < 10 and a whole number k; (0.0, 0) for 0.
             A power of ten as Python prints it, such as 1e-21, has the mantissa 1.0

    >>> sci(-250.0)
    (-2.5, 2)
    """
    if x == 0:
        return 0.0, 0
    k = 0
    while abs(x) >= 10.0 ** (k + 1):
        k = k + 1
    while abs(x) < 10.0**k:
        k = k - 1
    return x / 10.0**k, k
