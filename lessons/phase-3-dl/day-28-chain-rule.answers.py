"""Right and wrong answers to day 28: the chain rule."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import central_slope, log_add, sigmoid

# ---------------------------------------------------------------- d28-review


@also_right("d28-review")
def review_28(s, e):
    n = 1
    while s / np.sqrt(n) > e:
        n = n + 1
    return n


@also_right("d28-review")
def review_28(s, e):
    return max(1, -int(-(s * s / (e * e)) // 1))


@mistake("d28-review", "You rounded down. With that many scores the error is still a little too large.", caught_by="visible")
def review_28(s, e):
    return int((s / e) ** 2)


@mistake("d28-review", "You rounded to the nearest number, which may be too few. It has to be rounded up.", caught_by="visible")
def review_28(s, e):
    return max(1, round((s / e) ** 2))


@mistake("d28-review", "You did not square: the error shrinks with the root of n, so n is the square of s/e.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil(s / e))


@mistake("d28-review", "You took the root of s/e. The root stands on the side of n, so s/e is squared.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil((s / e) ** 0.5))


@mistake("d28-review", "You turned the quotient around: large deviations need many scores.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil((e / s) ** 2))


@mistake("d28-review", "You divided by e, not by its square: half the error needs four times as many.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil(s**2 / e))


@mistake("d28-review", "Your number is one too large where (s/e)² is whole: that many are enough.", caught_by="visible")
def review_28(s, e):
    return int((s / e) ** 2) + 1


@mistake("d28-review", "Your answer is no whole number. Nobody takes a quarter of a score: round up.", caught_by="visible")
def review_28(s, e):
    return (s / e) ** 2


@mistake("d28-review", "You did not square s: the deviation and the error are both squared.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil(s / e**2))


@mistake("d28-review", "You rounded before you squared. Round once, at the end.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil(s / e)) ** 2


@mistake("d28-review", "You doubled s/e. It is squared.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil(s / e * 2))


@mistake("d28-review", "You put in the factor of a 95 percent interval. Here the standard error itself is to be at most e.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil((1.96 * s / e) ** 2))


@mistake("d28-review", "You multiplied s by e. A smaller error needs more scores: e divides.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil((s * e) ** 2))


@mistake("d28-review", "In Python ^ is not a power. The square is ** 2.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil(s / e)) ^ 2


@mistake("d28-review", "Your answer is never below 2. Where s is at most e, one score is enough.", caught_by="visible")
def review_28(s, e):
    n = 2
    while s / n**0.5 > e:
        n += 1
    return n


@mistake("d28-review", "Your n is doubled until it is enough, and may be almost twice too large. Raise it by 1.", caught_by="visible")
def review_28(s, e):
    n = 1
    while s / n**0.5 > e:
        n *= 2
    return n


@mistake("d28-review", "Your n is made four times as large until it is enough, and may be far too large. Raise it by 1.", caught_by="visible")
def review_28(s, e):
    n = 1
    while s / n**0.5 > e:
        n *= 4
    return n


@mistake("d28-review", "Your n is raised at most once: the function returns while the error is still too large.", caught_by="visible")
def review_28(s, e):
    n = 1
    while s / n**0.5 > e:
        n += 1
        return n
    return n


@mistake("d28-review", "Your n is raised at most once, and where one score is enough you return None.", caught_by="visible")
def review_28(s, e):
    n = 1
    while s / n**0.5 > e:
        n += 1
        return n


@mistake("d28-review", "Your n is four times too large: here the standard error itself is to be at most e, not twice the standard error.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil((2 * s / e) ** 2))


@mistake("d28-review", "You squared the difference of s and e. It is their quotient that is squared.", caught_by="visible")
def review_28(s, e):
    return int(np.ceil((s - e) ** 2))


@mistake("d28-review", "You divided s by the root of e. Here n is unknown: s/e is the root of n.", caught_by="visible")
def review_28(s, e):
    return s / e**0.5


@mistake("d28-review", "You count up one too far or stop one short: with your n the error is still too large.", caught_by="visible")
def review_28(s, e):
    n = 1
    while s / n**0.5 > e:
        n += 1
    return n - 1


hints(
    "d28-review",
    "s divided by the root of n is to be at most e. Which n makes it exactly e?",
    "The root of n is s/e, so n is its square.",
    "int(np.ceil((s / e) ** 2))",
)
why(
    "d28-review",
    "Solve s/√n = e for n, and round up, because with one less the error is too large. Half the error costs four times as many questions: that is why good tests are expensive.",
)


# ---------------------------------------------------------------- d28-chain


@also_right("d28-chain")
def chain(fs, dfs, x):
    if len(fs) == 1:
        return dfs[0](x)
    return dfs[0](x) * chain(fs[1:], dfs[1:], fs[0](x))


@also_right("d28-chain")
def chain(fs, dfs, x):
    # Forward first, then backward from the end.
    values = [x]
    for f in fs:
        values.append(f(values[-1]))
    g = 1.0
    for k in reversed(range(len(fs))):
        g = g * dfs[k](values[k])
    return g


@also_right("d28-chain")
def chain(fs, dfs, x):
    pair = (x, 1.0)  # a value and its slope travel together
    for f, df in zip(fs, dfs):
        pair = (f(pair[0]), df(pair[0]) * pair[1])
    return pair[1]


@mistake("d28-chain", "All your slopes are taken at x. Each link has its slope at the number that it receives.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for df in dfs:
        slope = slope * df(x)
    return slope


@mistake("d28-chain", "Your slopes are taken one link too late: at what a machine gives, not at what it receives.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        x = f(x)
        slope = slope * df(x)
    return slope


@mistake("d28-chain", "You added the slopes. Along a chain they multiply.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 0.0
    for f, df in zip(fs, dfs):
        slope = slope + df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "The slope of the last link is missing.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs[:-1], dfs[:-1]):
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "The slope of the first link is missing.", caught_by="visible")
def chain(fs, dfs, x):
    slope, x = 1.0, fs[0](x)
    for f, df in zip(fs[1:], dfs[1:]):
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You ran the chain from its end: the last machine got x. The first one does.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs[::-1], dfs[::-1]):
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You returned the value at the end of the chain. Asked is its slope.", caught_by="visible")
def chain(fs, dfs, x):
    for f in fs:
        x = f(x)
    return x


@mistake("d28-chain", "You returned the slope of the last link alone. The slopes before it are factors, too.", caught_by="visible")
def chain(fs, dfs, x):
    for f, df in zip(fs, dfs):
        slope = df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You returned the slope of the first link alone. The slopes after it are factors, too.", caught_by="visible")
def chain(fs, dfs, x):
    return dfs[0](x)


@mistake("d28-chain", "Your product begins with 0, and stays there. The empty product is 1.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 0.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You returned the slopes of all links. Asked is their product.", caught_by="visible")
def chain(fs, dfs, x):
    slopes = []
    for f, df in zip(fs, dfs):
        slopes.append(df(x))
        x = f(x)
    return slopes


@mistake("d28-chain", "You sent the slopes through the chain: each derivative got what the one before gave. They get the values.", caught_by="visible")
def chain(fs, dfs, x):
    for df in dfs:
        x = df(x)
    return x


@mistake("d28-chain", "You sent the slope through the machines. Values go through the machines, slopes are multiplied.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(slope)
    return slope


@mistake("d28-chain", "You multiplied by values and slopes. Only the slopes are factors.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x) * f(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You took machines out of the caller's list. Walk along it and leave it as it is.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for df in dfs:
        slope = slope * df(x)
        x = fs.pop(0)(x)
    return slope


@mistake("d28-chain", "Your slope is measured with a step, and off in the last digits. The product of the slopes is exact.", caught_by="visible")
def chain(fs, dfs, x):
    def run(v):
        for f in fs:
            v = f(v)
        return v

    return (run(x + 1e-4) - run(x - 1e-4)) / 2e-4


@mistake("d28-chain", "The value stops after the first machine: every later slope is taken at what the first one gives.", caught_by="visible")
def chain(fs, dfs, x):
    slope, u = dfs[0](x), fs[0](x)
    for df in dfs[1:]:
        slope = slope * df(u)
    return slope


@mistake("d28-chain", "Each of your slopes is taken at what its own machine would make of x, not of what arrives.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(f(x))
    return slope


@mistake("d28-chain", "Your product begins with x. The empty product is 1.", caught_by="visible")
def chain(fs, dfs, x):
    slope = x
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "The values run through the chain in one direction, the slopes in the other: each slope meets a number that belongs to another link.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs[::-1]):
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You took the mean of the slopes. Along a chain they multiply.", caught_by="visible")
def chain(fs, dfs, x):
    slopes = []
    for f, df in zip(fs, dfs):
        slopes.append(df(x))
        x = f(x)
    return np.mean(slopes)


@mistake("d28-chain", "Machines and derivatives are exchanged: you multiplied values and sent the slopes through.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * f(x)
        x = df(x)
    return slope


@mistake("d28-chain", "You left out the first link, both its slope and its value: the second one got x.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for k in range(1, len(fs)):
        slope = slope * dfs[k](x)
        x = fs[k](x)
    return slope


@mistake("d28-chain", "You added the slopes, to a 1. Along a chain they multiply.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope + df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You turned the caller's lists around. The first machine gets x, and the lists stay as they are.", caught_by="visible")
def chain(fs, dfs, x):
    fs.reverse()
    dfs.reverse()
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "Each link sends its own slope through its machine. It is the value that goes through.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = df(x)
        x = f(slope)
    return slope


@mistake("d28-chain", "All your slopes are taken at the end of the chain. Each link has its slope at the number that it receives.", caught_by="visible")
def chain(fs, dfs, x):
    v = x
    for f in fs:
        v = f(v)
    slope = 1.0
    for df in dfs:
        slope = slope * df(v)
    return slope


@mistake("d28-chain", "You divided by the slopes. Along a chain they multiply.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope / df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "Each machine gets x again in your walk. It gets what the one before gave.", caught_by="hidden")
def chain(fs, dfs, x):
    slope, value = 1.0, x
    for f, df in zip(fs, dfs):
        slope = slope * df(value)
        value = f(x)
    return slope


@mistake("d28-chain", "Your slope is measured with a step, and off in the last digits. The product of the slopes is exact.", caught_by="visible")
def chain(fs, dfs, x):
    def run(v):
        for f in fs:
            v = f(v)
        return v
    
    return (run(x + 1e-3) - run(x)) / 1e-3


@mistake("d28-chain", "Your slope is measured with a step, and the derivatives you were given go unused. Their product is exact, however far out.", caught_by="hidden")
def chain(fs, dfs, x):
    def run(v):
        for f in fs:
            v = f(v)
        return v
    
    return central_slope(run, x, 1e-5)


@mistake("d28-chain", "Your slopes are right for chains of three links, and of others only the first counts. A chain may have any length.", caught_by="hidden")
def chain(fs, dfs, x):
    if len(fs) != 3:
        return dfs[0](x)
    u = fs[0](x)
    return dfs[0](x) * dfs[1](u) * dfs[2](fs[1](u))


@mistake("d28-chain", "Only the first and the last slope are in your product. The links between them count as well.", caught_by="visible")
def chain(fs, dfs, x):
    u = fs[0](x)
    return dfs[0](x) * dfs[-1](u) if len(fs) > 1 else dfs[0](x)


@mistake("d28-chain", "Your slopes lose what stands after the point.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1
    for f, df in zip(fs, dfs):
        slope = int(slope * df(x))
        x = f(x)
    return slope


@mistake("d28-chain", "You added the value to the slope at each link. The value only travels along; the slopes multiply.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x) + f(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You multiplied by what each link receives, too. Only the slopes are factors.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x) * x
        x = f(x)
    return slope


@mistake("d28-chain", "You divided the product by the number of links. It is a product, not a mean.", caught_by="visible")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope / len(fs)


@mistake("d28-chain", "Where a link is flat, with the slope 0, your product leaves it out. It is a factor, too, and makes the chain flat.", caught_by="hidden")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        if df(x) != 0:
            slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "Where a link is flat, with the slope 0, you return the product so far. That link is a factor, too, and makes the chain flat.", caught_by="hidden")
def chain(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        if df(x) == 0:
            return slope
        slope = slope * df(x)
        x = f(x)
    return slope


@mistake("d28-chain", "You multiplied the outputs of all machines and took the slope of that product. Here each machine is fed by the one before.", caught_by="visible")
def chain(fs, dfs, x):
    slope, value = 0.0, 1.0
    for f, df in zip(fs, dfs):
        slope = slope * f(x) + value * df(x)
        value = value * f(x)
    return slope


@mistake("d28-chain", "You added logarithms of the slopes, and a slope of 0 or below has none. Multiply the slopes themselves.", caught_by="visible")
def chain(fs, dfs, x):
    total = 0.0
    for f, df in zip(fs, dfs):
        total = total + np.log(df(x))
        x = f(x)
    return np.exp(total)


hints(
    "d28-chain",
    "Two numbers travel along the chain: the value that has arrived, and the product of the slopes so far.",
    "At each link: first multiply the slope of this link at the value, then send the value through the link.",
    "for f, df in zip(fs, dfs): slope = slope * df(x), then x = f(x). The slope starts with 1.0.",
)
why(
    "d28-chain",
    "The slope of a link is taken before the value goes through it, at what the link receives. The order of these two lines is the whole exercise; with them exchanged every slope stands one place too far along.",
)


# ---------------------------------------------------------------- d28-trace


@also_right("d28-trace")
def trace(x, w, b):
    t = {"x": x, "w": w, "b": b}
    t["u"] = t["x"] * t["w"]
    t["z"] = t["b"] + t["u"]
    t["y"] = max(t["z"], 0) + np.log1p(np.exp(-abs(t["z"])))
    return t


@also_right("d28-trace")
def trace(x, w, b):
    return dict(x=x, w=w, b=b, u=x * w, z=x * w + b, y=np.logaddexp(x * w + b, 0))


@mistake("d28-trace", "Your y overflows for large z: e to the 800 is infinite. log_add(0.0, z) is the same logarithm without it.", caught_by="visible")
def trace(x, w, b):
    with np.errstate(all="ignore"):
        return {"x": x, "w": w, "b": b, "u": w * x, "z": w * x + b, "y": np.log(1 + np.exp(w * x + b))}


@mistake("d28-trace", "The exponential is missing in your y: it is log(1 + e^z), not log(1 + z).", caught_by="visible")
def trace(x, w, b):
    with np.errstate(all="ignore"):
        return {"x": x, "w": w, "b": b, "u": w * x, "z": w * x + b, "y": np.log1p(np.float64(w * x + b))}


@mistake("d28-trace", "The 1 is missing in your y: log(e^z) is z again.", caught_by="visible")
def trace(x, w, b):
    return {"x": x, "w": w, "b": b, "u": w * x, "z": w * x + b, "y": w * x + b}


@mistake("d28-trace", "You added b before multiplying: u is w times x alone, and b comes in at z.", caught_by="visible")
def trace(x, w, b):
    u = w * (x + b)
    return {"x": x, "w": w, "b": b, "u": u, "z": u, "y": log_add(0.0, u)}


@mistake("d28-trace", "Your u has b in it already. u is w times x; b comes in at z.", caught_by="visible")
def trace(x, w, b):
    u = w * x + b
    return {"x": x, "w": w, "b": b, "u": u, "z": u, "y": log_add(0.0, u)}


@mistake("d28-trace", "b never comes in: your z is u.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u, "y": log_add(0.0, u)}


@mistake("d28-trace", "Your y is the softplus of u. It is that of z.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(0.0, u)}


@mistake("d28-trace", "Your y is the sigmoid of z. Here the neuron ends in a softplus; the sigmoid is its slope.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": sigmoid(u + b)}


@mistake("d28-trace", "You returned y alone. The walk backward needs all six numbers.", caught_by="visible")
def trace(x, w, b):
    return log_add(0.0, w * x + b)


@mistake("d28-trace", "The inputs are missing in your dict. The walk backward needs x and w.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"u": u, "z": u + b, "y": log_add(0.0, u + b)}


@mistake("d28-trace", "Your y is the ReLU of z, with a corner. The softplus is smooth: log 2 at 0.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": max(0.0, u + b)}


@mistake("d28-trace", "Your y is log_add of u and b. That is log(e^u + e^b); it takes 0 and z.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(u, b)}


@mistake("d28-trace", "You took log_add of 1 and z. It adds e^1 and e^z; the 1 of the formula is e^0.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(1.0, u + b)}


@mistake("d28-trace", "You added w and x. u is their product.", caught_by="visible")
def trace(x, w, b):
    u = w + x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(0.0, u + b)}


@mistake("d28-trace", "Your y is 1 + e^z, without the logarithm.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    with np.errstate(all="ignore"):
        return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": 1 + np.exp(u + b)}


@mistake("d28-trace", "You subtracted b. z is u plus b.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u - b, "y": log_add(0.0, u - b)}


@mistake("d28-trace", "You cut z off at a bound of your own, and y with it.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": np.log(1 + np.exp(np.clip(u + b, -500, 500)))}


@mistake("d28-trace", "Your y is log(1 + e^−z): the sign of z is wrong.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(0.0, -(u + b))}


@mistake("d28-trace", "log_add takes the exponents, and you gave it e^z: that makes log(1 + e^(e^z)).", caught_by="visible")
def trace(x, w, b):
    u = w * x
    with np.errstate(all="ignore"):
        return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(0.0, np.exp(u + b))}


@mistake("d28-trace", "Your y is measured in bits: log2 in place of the natural logarithm.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(0.0, u + b) / np.log(2)}


@mistake("d28-trace", "Your y is log(e^z + e^z): one of the two numbers of log_add should be 0.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(u + b, u + b)}


@mistake("d28-trace", "Your y is z itself from some z on where the two still differ.", caught_by="hidden")
def trace(x, w, b):
    u = w * x
    z = u + b
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": z if z > 5 else np.log1p(np.exp(z))}


@also_right("d28-trace")
def trace(x, w, b):
    u = w * x
    z = u + b
    y = z if z > 40 else np.log1p(np.exp(z))
    return {"y": y, "z": z, "u": u, "b": b, "w": w, "x": x}


@mistake("d28-trace", "Your y is z itself from some z on where the two still differ.", caught_by="hidden")
def trace(x, w, b):
    u = w * x
    z = u + b
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": z if z > 10 else np.log1p(np.exp(z))}


@mistake("d28-trace", "log_add is a logarithm already, and you took the logarithm of it once more.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u + b
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": np.log(log_add(0.0, z))}


@mistake("d28-trace", "Your y is e to the z. The 1 and the logarithm around it are missing.", caught_by="visible")
def trace(x, w, b):
    with np.errstate(all="ignore"):
        u = w * x
        z = u + b
        return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": np.exp(z)}


@mistake("d28-trace", "Your y is the logarithm to the base 10. Here log is the natural one.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u + b
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": log_add(0.0, z) / np.log(10)}


@mistake("d28-trace", "b comes in twice: your u has it already, and z adds it again.", caught_by="visible")
def trace(x, w, b):
    u = w * x + b
    return {"x": x, "w": w, "b": b, "u": u, "z": u + b, "y": log_add(0.0, u + b)}


@mistake("d28-trace", "You multiplied u by b. z is u plus b.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u * b
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": log_add(0.0, z)}


@mistake("d28-trace", "Your z is w times the sum of x and b. b is added after the product: z is u plus b.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = w * (x + b)
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": log_add(0.0, z)}


@mistake("d28-trace", "w and b have changed places: u is w times x, and b is added.", caught_by="visible")
def trace(x, w, b):
    u = x * b
    z = u + w
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": log_add(0.0, z)}


@mistake("d28-trace", "Under x stands w, and under w stands x.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u + b
    return {"x": w, "w": x, "b": b, "u": u, "z": z, "y": log_add(0.0, z)}


@mistake("d28-trace", "Under u stands z, and under z stands u.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u + b
    return {"x": x, "w": w, "b": b, "u": z, "z": u, "y": log_add(0.0, z)}


@mistake("d28-trace", "Under u, z and y stand texts. The numbers themselves are wanted.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u + b
    return {"x": x, "w": w, "b": b, "u": "w * x", "z": "u + b", "y": "log_add(0, z)"}


@mistake("d28-trace", "Your u loses what stands after the point.", caught_by="hidden")
def trace(x, w, b):
    u = int(w * x)
    z = u + b
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": log_add(0.0, z)}


@mistake("d28-trace", "The numbers themselves are your names. The names are texts, with quotation marks.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u + b
    y = log_add(0.0, z)
    return {x: x, w: w, b: b, u: u, z: z, y: y}


@mistake("d28-trace", "You returned the six numbers without their names. A dict is wanted.", caught_by="visible")
def trace(x, w, b):
    u = w * x
    z = u + b
    return [x, w, b, u, z, log_add(0.0, z)]


@mistake("d28-trace", "Your u is not in the dict. The walk backward goes through it.", caught_by="visible")
def trace(x, w, b):
    z = w * x + b
    return {"x": x, "w": w, "b": b, "z": z, "y": log_add(0.0, z)}


hints(
    "d28-trace",
    "Three steps, one line each: u, then z, then y. Then the dict.",
    "u = w * x and z = u + b. Which tool of day 4 adds e^0 and e^z under a logarithm?",
    "y = log_add(0.0, z), and {\"x\": x, \"w\": w, \"b\": b, \"u\": u, \"z\": z, \"y\": y}.",
)
why(
    "d28-trace",
    "Every step has one name and is computed once. The softplus goes through log_add, because 1 is e^0: log(1 + e^z) is the logarithm of a sum of two exponentials, the case of day 4.",
)


# ---------------------------------------------------------------- d28-backward_trace


@also_right("d28-backward_trace")
def backward_trace(t):
    d = {"y": 1.0}
    d["z"] = d["y"] * sigmoid(t["z"])
    d["u"] = d["z"] * 1
    d["b"] = d["z"] * 1
    d["w"] = d["u"] * t["x"]
    d["x"] = d["u"] * t["w"]
    return d


@also_right("d28-backward_trace")
def backward_trace(t):
    # e^y = 1 + e^z, so the sigmoid of z is 1 − e^(−y).
    s = -np.expm1(-t["y"])
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1}


def slopes(t, **other):
    s = sigmoid(t["z"])
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1.0} | other


@mistake("d28-backward_trace", "You wrote down the local slopes of the arrows. They have to be multiplied from the end to each node.", caught_by="visible")
def backward_trace(t):
    return slopes(t, u=1.0, b=1.0, w=t["x"], x=t["w"])


@mistake("d28-backward_trace", "The slopes of x and w are exchanged: on the arrow of x stands w, on that of w stands x.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, x=s * t["x"], w=s * t["w"])


@mistake("d28-backward_trace", "Your slope at b is multiplied by x. b is added, so its arrow carries 1.", caught_by="visible")
def backward_trace(t):
    return slopes(t, b=sigmoid(t["z"]) * t["x"])


@mistake("d28-backward_trace", "Your slope at b is multiplied by b. b is added, so its arrow carries 1.", caught_by="visible")
def backward_trace(t):
    return slopes(t, b=sigmoid(t["z"]) * t["b"])


@mistake("d28-backward_trace", "You took the sigmoid of −z. The softplus climbs ever more steeply to the right.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(-t["z"])
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1.0}


@mistake("d28-backward_trace", "At y you returned its value. The slope of y with respect to itself is 1.", caught_by="visible")
def backward_trace(t):
    return slopes(t, y=t["y"])


@mistake("d28-backward_trace", "You took the slope of the sigmoid, σ(1 − σ). Here the neuron ends in a softplus, whose slope is σ.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"]) * (1 - sigmoid(t["z"]))
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1.0}


@mistake("d28-backward_trace", "You took the sigmoid at y. It is taken at z, the number that the softplus receives.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["y"])
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1.0}


@mistake("d28-backward_trace", "You began with the value of y in place of 1, so every slope is multiplied by it.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"]) * t["y"]
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": t["y"]}


@mistake("d28-backward_trace", "The softplus has no slope in your walk: z gets 1, as if y were z.", caught_by="visible")
def backward_trace(t):
    return {"x": t["w"], "w": t["x"], "b": 1.0, "u": 1.0, "z": 1.0, "y": 1.0}


@mistake("d28-backward_trace", "Your slopes at x and w are those at u: the arrows from x and w carry w and x.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, x=s, w=s)


@mistake("d28-backward_trace", "You multiplied x and w in at u. The arrow from u to z carries 1.", caught_by="visible")
def backward_trace(t):
    return slopes(t, u=sigmoid(t["z"]) * t["w"] * t["x"])


@mistake("d28-backward_trace", "You took the sigmoid at u. Its place is z, with b in it.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["u"])
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1.0}


@mistake("d28-backward_trace", "You divided by w and x. Their arrows multiply.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, x=s / t["w"], w=s / t["x"])


@mistake("d28-backward_trace", "Your slope at z is correct, but for large z it divides infinity by infinity. Use the sigmoid of the toolbox.", caught_by="hidden")
def backward_trace(t):
    with np.errstate(all="ignore"):
        s = np.exp(t["z"]) / (1 + np.exp(t["z"]))
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1.0}


@mistake("d28-backward_trace", "You wrote the slopes into the caller's dict. Make a new one: the values are needed again.", caught_by="hidden")
def backward_trace(t):
    t.update(slopes(t))
    return t


@mistake("d28-backward_trace", "You returned the slopes of the three inputs only. Every node has one.", caught_by="visible")
def backward_trace(t):
    return {k: v for k, v in slopes(t).items() if k in "xwb"}


@mistake("d28-backward_trace", "You returned the values of the walk forward.", caught_by="visible")
def backward_trace(t):
    return dict(t)


@mistake("d28-backward_trace", "You added where arrows multiply: at x stands the sum of a slope and w.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, x=s + t["w"], w=s + t["x"])


@mistake("d28-backward_trace", "The sigmoid is multiplied in twice at x and w: once at z, and once more behind u.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, x=s * s * t["w"], w=s * s * t["x"])


@mistake("d28-backward_trace", "This error comes from doing arithmetic with the whole dict t, for instance in the sigmoid. The number z is t[\"z\"].", caught_by="visible")
def backward_trace(t):
    return sigmoid(t)


@mistake("d28-backward_trace", "Your function returns None: the dict of slopes goes behind a return.", caught_by="visible")
def backward_trace(t):
    print(slopes(t))


@mistake("d28-backward_trace", "Your slope at b is 1. That is what stands on its arrow; it is multiplied by what z has.", caught_by="visible")
def backward_trace(t):
    return slopes(t, b=1.0)


@mistake("d28-backward_trace", "Your slope at b is 0. b is added to u, and y moves with it.", caught_by="visible")
def backward_trace(t):
    return slopes(t, b=0.0)


@mistake("d28-backward_trace", "At x and w you wrote what stands on their arrows. Multiply it by what u has.", caught_by="visible")
def backward_trace(t):
    return slopes(t, x=t["w"], w=t["x"])


@mistake("d28-backward_trace", "Your slope of the softplus is e^z. That is the slope of what stands inside the logarithm; divide it by 1 + e^z.", caught_by="visible")
def backward_trace(t):
    with np.errstate(all="ignore"):
        s = np.exp(t["z"])
    return {"x": s * t["w"], "w": s * t["x"], "b": s, "u": s, "z": s, "y": 1.0}


@mistake("d28-backward_trace", "Every slope of yours is 1. The arrows have slopes, and these are multiplied.", caught_by="visible")
def backward_trace(t):
    return {name: 1.0 for name in t}


@mistake("d28-backward_trace", "You walked from x to y: your last slope is that of y with respect to x, and it stands at y. The walk begins at y with 1.", caught_by="visible")
def backward_trace(t):
    return {"x": 1.0, "w": 1.0, "b": 1.0, "u": t["w"], "z": t["w"], "y": sigmoid(t["z"]) * t["w"]}


@mistake("d28-backward_trace", "At x and w both x and w are multiplied in. On each arrow stands only the other one.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, x=s * t["w"] * t["x"], w=s * t["w"] * t["x"])


@mistake("d28-backward_trace", "At y stands 0. The slope of y with respect to itself is 1.", caught_by="visible")
def backward_trace(t):
    return slopes(t, y=0.0)


@mistake("d28-backward_trace", "The slope at y itself is missing in your dict. It is 1.", caught_by="visible")
def backward_trace(t):
    return {k: v for k, v in slopes(t).items() if k != "y"}


@mistake("d28-backward_trace", "You took the sigmoid at x. It is taken at z, the number that the softplus receives.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["x"])
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "You passed the softplus back, not its slope. The slope is the sigmoid of z.", caught_by="visible")
def backward_trace(t):
    s = log_add(0.0, t["z"])
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "At u and b you wrote what stands on their arrows, 1. Multiply it by what z has.", caught_by="visible")
def backward_trace(t):
    return slopes(t, u=1.0, b=1.0)


@mistake("d28-backward_trace", "On the way to x you multiplied x and w in. On the arrow of x stands w alone.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, x=s * t["x"] * t["w"])


@mistake("d28-backward_trace", "Your slope at b is negative. b is added: its arrow carries 1.", caught_by="visible")
def backward_trace(t):
    return slopes(t, b=-sigmoid(t["z"]))


@mistake("d28-backward_trace", "All your slopes but the one at y have the wrong sign. The softplus climbs.", caught_by="visible")
def backward_trace(t):
    s = -sigmoid(t["z"])
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "You squared the sigmoid. The slope of the softplus is the sigmoid itself.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"]) ** 2
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "At z stands 1. That is what y has; it is multiplied by the slope of the softplus.", caught_by="visible")
def backward_trace(t):
    return slopes(t, z=1.0)


@mistake("d28-backward_trace", "Your slope at b is twice the right one. One arrow leads from b, and it carries 1.", caught_by="visible")
def backward_trace(t):
    return slopes(t, b=2 * sigmoid(t["z"]))


@mistake("d28-backward_trace", "At w the new slope of x is multiplied in, where the number x belongs: you wrote over it before you read it.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    d = dict(t)
    d["x"] = s * d["w"]
    d["w"] = s * d["x"]
    return d | {"y": 1.0, "z": s, "u": s, "b": s}


@mistake("d28-backward_trace", "At w the new slope of x is multiplied in, where the number x belongs: you wrote over it before you read it.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    t["x"] = s * t["w"]
    t["w"] = s * t["x"]
    t["y"], t["z"], t["u"], t["b"] = 1.0, s, s, s
    return t


@mistake("d28-backward_trace", "The sigmoid is applied twice on the way to u and b: what z has is passed on as it is.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    g = sigmoid(s)
    return {"y": 1.0, "z": s, "u": g, "b": g, "w": g * t["x"], "x": g * t["w"]}


@mistake("d28-backward_trace", "You began with the slope of the loss. Here the walk begins at y, with 1.", caught_by="visible")
def backward_trace(t):
    s = 2 * (t["y"] - 0.5) * sigmoid(t["z"])
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "You took tanh of z. The slope of the softplus is the sigmoid.", caught_by="visible")
def backward_trace(t):
    s = np.tanh(t["z"])
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "You took the slope of the ReLU, a step. The softplus is smooth, and its slope is the sigmoid.", caught_by="visible")
def backward_trace(t):
    s = 1.0 if t["z"] > 0 else 0.0
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "The slopes of w and b are exchanged: on the arrow of w stands x, on that of b stands 1.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return slopes(t, w=s, b=s * t["x"])


@mistake("d28-backward_trace", "You multiplied the sigmoid by z. The slope of the softplus is the sigmoid alone.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"]) * t["z"]
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": s * t["x"], "x": s * t["w"]}


@mistake("d28-backward_trace", "You returned the slopes without their names. A dict is wanted.", caught_by="visible")
def backward_trace(t):
    s = sigmoid(t["z"])
    return [s * t["w"], s * t["x"], s, s, s, 1.0]


@mistake("d28-backward_trace", "Your slopes are measured with a step, and off in the last digits. The product along the arrows is exact, and goes forward never again.", caught_by="hidden")
def backward_trace(t):
    run = lambda x, w, b: log_add(0.0, w * x + b)
    x, w, b = t["x"], t["w"], t["b"]
    s = central_slope(lambda v: run(x, w, v), b, 1e-5)
    at_w = central_slope(lambda v: run(x, v, b), w, 1e-5)
    at_x = central_slope(lambda v: run(v, w, b), x, 1e-5)
    return {"y": 1.0, "z": s, "u": s, "b": s, "w": at_w, "x": at_x}


hints(
    "d28-backward_trace",
    "Begin at the end with 1. What is the slope of the softplus, and at which number is it taken?",
    "dz = sigmoid(t[\"z\"]) passes on to u and b as it is. On the arrow from w to u stands x, on that from x stands w.",
    "dw = dz * t[\"x\"] and dx = dz * t[\"w\"]; y gets 1.0, and z, u, b get dz.",
)
why(
    "d28-backward_trace",
    "One number, dz, is worked out once and shared by everything before it: no path is walked twice. The factors x and w are those that the walk forward has kept.",
)


# ---------------------------------------------------------------- d28-drill_week_4


def drilled(q, **other):
    x, errs, hs = np.array(q["x"]), q["errs"], q["hs"]
    return {
        "error": x.std(ddof=1) / np.sqrt(len(x)),
        "f1": 2 * q["tp"] / (2 * q["tp"] + q["fp"] + q["fn"]),
        "slope": (q["ahead"] - q["behind"]) / (2 * q["h"]),
        "loss": np.mean([log_add(0.0, -m) for m in q["margins"]]),
        "order": np.log(errs[0] / errs[1]) / np.log(hs[0] / hs[1]),
        "quotient": (q["df"] * q["g"] - q["f"] * q["dg"]) / q["g"] ** 2,
    } | other


@also_right("d28-drill_week_4")
def drill_week_4(q):
    n = len(q["x"])
    mean = sum(q["x"]) / n
    spread = sum((v - mean) ** 2 for v in q["x"]) / (n - 1)
    p, r = q["tp"] / (q["tp"] + q["fp"]), q["tp"] / (q["tp"] + q["fn"])
    return {
        "error": (spread / n) ** 0.5,
        "f1": 2 * p * r / (p + r),
        "slope": (q["ahead"] - q["behind"]) / q["h"] / 2,
        "loss": float(np.logaddexp(0, -np.array(q["margins"])).mean()),
        "order": float(np.polyfit(np.log10(q["hs"]), np.log10(q["errs"]), 1)[0]),
        "quotient": q["df"] / q["g"] - q["f"] / q["g"] * q["dg"] / q["g"],
    }


@mistake("d28-drill_week_4", "error: you returned the standard deviation of one reading. The mean's is smaller, by the root of n.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.std(q["x"], ddof=1))


@mistake("d28-drill_week_4", "error: you divided by n, not by its root.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.std(q["x"], ddof=1) / len(q["x"]))


@mistake("d28-drill_week_4", "error: your standard deviation has the divisor n. Here it is n − 1.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.std(q["x"], ddof=0) / len(q["x"]) ** 0.5)


@mistake("d28-drill_week_4", "f1: you returned the precision.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, f1=q["tp"] / (q["tp"] + q["fp"]))


@mistake("d28-drill_week_4", "f1: you returned the recall.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, f1=q["tp"] / (q["tp"] + q["fn"]))


@mistake("d28-drill_week_4", "f1: you took the plain mean of precision and recall. F1 is their harmonic mean, nearer to the smaller one.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, f1=(q["tp"] / (q["tp"] + q["fp"]) + q["tp"] / (q["tp"] + q["fn"])) / 2)


@mistake("d28-drill_week_4", "slope: you divided by one step. The two readings lie two steps apart.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, slope=(q["ahead"] - q["behind"]) / q["h"])


@mistake("d28-drill_week_4", "slope: your rise goes from ahead to behind, so the sign is wrong.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, slope=(q["behind"] - q["ahead"]) / (2 * q["h"]))


@mistake("d28-drill_week_4", "loss: you returned the sum. Asked is the mean.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=np.logaddexp(0, -np.array(q["margins"])).sum())


@mistake("d28-drill_week_4", "loss: the sign of the margin is wrong. A large margin is a safe right answer and costs little.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=np.logaddexp(0, np.array(q["margins"])).mean())


@mistake("d28-drill_week_4", "loss: it overflows for margins far below 0. log_add(0.0, −m) does not.", caught_by="hidden")
def drill_week_4(q):
    with np.errstate(all="ignore"):
        return drilled(q, loss=np.log(1 + np.exp(-np.array(q["margins"]))).mean())


@mistake("d28-drill_week_4", "loss: you returned the mean of the sigmoids. The loss is minus the logarithm of these.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=np.mean(sigmoid(np.array(q["margins"]))))


@mistake("d28-drill_week_4", "order: you returned the ratio of the errors. On log axes it is the slope between the two points.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=q["errs"][0] / q["errs"][1])


@mistake("d28-drill_week_4", "order: your fraction is upside down. It is the logarithm of the errors' ratio over that of the steps'.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=np.log(q["hs"][0] / q["hs"][1]) / np.log(q["errs"][0] / q["errs"][1]))


@mistake("d28-drill_week_4", "order: you took the slope between the two points without logarithms.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=(q["errs"][0] - q["errs"][1]) / (q["hs"][0] - q["hs"][1]))


@mistake("d28-drill_week_4", "quotient: the two terms are exchanged, so the sign is wrong.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=(q["f"] * q["dg"] - q["df"] * q["g"]) / q["g"] ** 2)


@mistake("d28-drill_week_4", "quotient: you added the two terms. The second is taken away.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=(q["df"] * q["g"] + q["f"] * q["dg"]) / q["g"] ** 2)


@mistake("d28-drill_week_4", "quotient: below the bar stands g once. It is squared.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=(q["df"] * q["g"] - q["f"] * q["dg"]) / q["g"])


@mistake("d28-drill_week_4", "quotient: you divided the slopes by each other.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=q["df"] / q["dg"])


@mistake("d28-drill_week_4", "Your function returns None: the dict of answers goes behind a return.", caught_by="visible")
def drill_week_4(q):
    print(drilled(q))


@mistake("d28-drill_week_4", "error: you divided the variance by the root of n. It is the standard deviation that is divided.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.var(q["x"], ddof=1) / len(q["x"]) ** 0.5)


@mistake("d28-drill_week_4", "f1: the true positives count once in your fraction. In F1 they count twice, above and below the bar.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, f1=q["tp"] / (q["tp"] + q["fp"] + q["fn"]))


@mistake("d28-drill_week_4", "order: the logarithm of the steps' ratio is missing below the bar.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=np.log(q["errs"][0] / q["errs"][1]))


@mistake("d28-drill_week_4", "quotient: you took the rule for a product.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=q["df"] * q["g"] + q["f"] * q["dg"])


@mistake("d28-drill_week_4", "error: you returned its square: the variance over n. The standard error is the root of that.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.var(q["x"], ddof=1) / len(q["x"]))


@mistake("d28-drill_week_4", "error: you divided by the root of n − 1. The divisor n − 1 belongs to the variance; the mean takes the root of n.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.std(q["x"], ddof=1) / (len(q["x"]) - 1) ** 0.5)


@mistake("d28-drill_week_4", "error: you returned the mean itself. Asked is by how much it varies.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.mean(q["x"]))


@mistake("d28-drill_week_4", "error: you multiplied by the root of n. More readings make the error smaller.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, error=np.std(q["x"], ddof=1) * len(q["x"]) ** 0.5)


@mistake("d28-drill_week_4", "f1: yours is half of it: twice the product of precision and recall stands above their sum.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, f1=(q["tp"] / (q["tp"] + q["fp"])) * (q["tp"] / (q["tp"] + q["fn"])) / ((q["tp"] / (q["tp"] + q["fp"])) + (q["tp"] / (q["tp"] + q["fn"]))))


@mistake("d28-drill_week_4", "f1: below the bar the true positives count once. They count twice there, too.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, f1=2 * q["tp"] / (q["tp"] + q["fp"] + q["fn"]))


@mistake("d28-drill_week_4", "f1: you took the root of precision times recall. F1 is their harmonic mean.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, f1=((q["tp"] / (q["tp"] + q["fp"])) * (q["tp"] / (q["tp"] + q["fn"]))) ** 0.5)


@mistake("d28-drill_week_4", "slope: you added the two readings. The rise is their difference.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, slope=(q["ahead"] + q["behind"]) / (2 * q["h"]))


@mistake("d28-drill_week_4", "slope: you multiplied by the two steps. The rise is divided by them.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, slope=(q["ahead"] - q["behind"]) * 2 * q["h"])


@mistake("d28-drill_week_4", "slope: the step is missing: you halved the rise and did not divide by h.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, slope=(q["ahead"] - q["behind"]) / 2)


@mistake("d28-drill_week_4", "loss: you took the loss of the mean margin. Asked is the mean of the losses.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=np.logaddexp(0, -np.mean(np.array(q["margins"]))))


@mistake("d28-drill_week_4", "loss: yours is measured in bits: log2 in place of the natural logarithm.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=np.logaddexp(0, -np.array(q["margins"])).mean() / np.log(2))


@mistake("d28-drill_week_4", "loss: you took the mean of −m. The logarithm of 1 + e^−m is missing around it.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=np.mean(-np.array(q["margins"])))


@mistake("d28-drill_week_4", "loss: only the first margin counts in yours. Asked is the mean over all.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=log_add(0.0, -q["margins"][0]))


@mistake("d28-drill_week_4", "loss: you took the mean inside the logarithm. Asked is the mean of the logarithms.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, loss=np.logaddexp.reduce(np.logaddexp(0, -np.array(q["margins"]))) - np.log(len(np.array(q["margins"]))))


@mistake("d28-drill_week_4", "loss: you cut the margins off at a bound: beyond it the loss goes on growing.", caught_by="hidden")
def drill_week_4(q):
    return drilled(q, loss=np.log(1 + np.exp(np.clip(-np.array(q["margins"]), -50, 50))).mean())


@mistake("d28-drill_week_4", "order: you divided the ratio of the errors by that of the steps, without logarithms.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=(q["errs"][0] / q["errs"][1]) / (q["hs"][0] / q["hs"][1]))


@mistake("d28-drill_week_4", "order: yours has the opposite sign: one ratio is turned around.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=-np.log(q["errs"][0] / q["errs"][1]) / np.log(q["hs"][0] / q["hs"][1]))


@mistake("d28-drill_week_4", "order: you took the logarithms at one step alone. The order is the slope between the two points.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=np.log(q["errs"][0]) / np.log(q["hs"][0]))


@mistake("d28-drill_week_4", "order: you rounded it. An order need not be whole.", caught_by="hidden")
def drill_week_4(q):
    return drilled(q, order=round(float(np.log(q["errs"][0] / q["errs"][1]) / np.log(q["hs"][0] / q["hs"][1]))))


@mistake("d28-drill_week_4", "order: the logarithm of the steps' ratio is missing below the bar.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=np.log2(q["errs"][0] / q["errs"][1]))


@mistake("d28-drill_week_4", "order: the logarithm of the steps' ratio is missing below the bar.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=np.log10(q["errs"][0] / q["errs"][1]))


@mistake("d28-drill_week_4", "order: you returned 2, whatever the errors are.", caught_by="hidden")
def drill_week_4(q):
    return drilled(q, order=2)


@mistake("d28-drill_week_4", "order: you divided the ratios inside one logarithm. Each ratio has its own, and the one is divided by the other.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, order=np.log((q["errs"][0] / q["errs"][1]) / (q["hs"][0] / q["hs"][1])))


@mistake("d28-drill_week_4", "quotient: your answer is the top of the fraction alone. It is divided by the square of g.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=q["df"] * q["g"] - q["f"] * q["dg"])


@mistake("d28-drill_week_4", "quotient: you returned the quotient itself. Asked is its slope.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=q["f"] / q["g"])


@mistake("d28-drill_week_4", "quotient: below the bar stands the square of f. It is the square of g.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=(q["df"] * q["g"] - q["f"] * q["dg"]) / q["f"] ** 2)


@mistake("d28-drill_week_4", "quotient: the top of your fraction multiplies each function by its own slope.", caught_by="visible")
def drill_week_4(q):
    return drilled(q, quotient=(q["df"] * q["f"] - q["g"] * q["dg"]) / q["g"] ** 2)


@mistake("d28-drill_week_4", "You returned the six answers without their names. A dict is wanted.", caught_by="visible")
def drill_week_4(q):
    return list(drilled(q).values())


@mistake("d28-drill_week_4", "Your answers are always those of the first package. Read the one that comes in as q.", caught_by="hidden")
def drill_week_4(q):
    return drilled({"x": [1.0, 3.0, 5.0, 3.0], "tp": 6, "fp": 2, "fn": 4, "ahead": 5.3, "behind": 4.9, "h": 0.1, "margins": [0.0, 2.0, -1.0], "errs": [0.08, 0.005], "hs": [0.4, 0.1], "f": 6.0, "df": 1.0, "g": 2.0, "dg": 0.5})


hints(
    "d28-drill_week_4",
    "Begin with the ones you know by heart; the visible check names the ones that are off, one at a time.",
    "F1 is 2 tp / (2 tp + fp + fn). The order is a slope on log-log axes.",
    "x.std(ddof=1) / np.sqrt(n) of the array x; (ahead − behind) / (2h); the mean of log_add(0.0, −m); log of the errors' ratio over log of the steps' ratio.",
)
why(
    "d28-drill_week_4",
    "Six ideas, one line each. Where a line was slow, the table names the day to look at again.",
)


equivalent("d28-review", "return int(np.ceil((s / e) ** 2)) → return (np.ceil((s / e) ** 2))", "36.0 is a whole number, too")
equivalent("d28-trace", "y = log_add(0.0, z) → y = log_add(z, 0.0)", "a sum of two exponentials has no order")
equivalent("d28-drill_week_4", '"loss": np.mean([log_add(0.0, -m) for m in q["margins"]]), → "loss": np.mean([log_add(-m, 0.0) for m in q["margins"]]),', "a sum of two exponentials has no order")
