"""Day 62, Tiny GPT (planned): reference functions that written days already need."""

import numpy as np

from log2attn.toolbox import (
    Tensor,
    adam,
    block,
    clip_grads,
    cosine_lr,
    sweep,
    tensor_cross_entropy,
    tensor_layernorm,
)


class TinyGPT:
    """A language model of transformer blocks: ids (B, t ≤ T) → logits (B, t, V). cfg: V, T, D, L, heads, and dtype if not float64."""

    def __init__(self, cfg, rng):
        self.cfg = {k: cfg[k] for k in ("V", "T", "D", "L", "heads")}
        V, T, D, L = (cfg[k] for k in ("V", "T", "D", "L"))
        kind = cfg.get("dtype", float)
        normal = lambda *shape, std: Tensor((std * rng.standard_normal(shape)).astype(kind))
        flat = lambda n, value: Tensor(np.full(n, value, dtype=kind))
        self.params = {"E": normal(V, D, std=0.02), "P": normal(T, D, std=0.02)}
        self.params |= {"gf": flat(D, 1.0), "bf": flat(D, 0.0), "blocks": []}
        for _ in range(L):
            p = {name: flat(D, float(name[0] == "g")) for name in "g1 b1 g2 b2 bq bk bv bo c2".split()}
            p |= {f"W{c}": normal(D, D, std=D**-0.5) for c in "qkv"}
            p |= {"Wo": normal(D, D, std=(2 * L * D) ** -0.5)}
            p |= {"W1": normal(D, 4 * D, std=(2 / D) ** 0.5), "c1": flat(4 * D, 0.0)}
            p |= {"W2": normal(4 * D, D, std=(2 * L * 4 * D) ** -0.5)}
            self.params["blocks"].append(p)

    def named(self):
        """(name, Tensor) of every parameter: E, P, gf, bf, then 0.g1, …"""
        yield from ((name, p) for name, p in self.params.items() if name != "blocks")
        for at, one in enumerate(self.params["blocks"]):
            yield from ((f"{at}.{name}", p) for name, p in one.items())

    def parameters(self):
        """Every parameter, in the order of ``named``."""
        return [p for _, p in self.named()]

    def state(self):
        """The parameters' arrays by name."""
        return {name: p.data for name, p in self.named()}

    def load(self, arrays):
        """Take the parameters' arrays from a dict like that of ``state``."""
        for name, p in self.named():
            p.data = np.asarray(arrays[name])
        return self

    def __call__(self, ids):
        p = self.params
        x = p["E"][ids] + p["P"][np.arange(ids.shape[1])]
        for one in p["blocks"]:
            x = block(x, one, self.cfg["heads"])
        return tensor_layernorm(x, p["gf"], p["bf"]) @ p["E"].T


def get_batch(ids, B, T, rng):
    """B windows of T symbols, cut at random, and the same windows one symbol later. Draws: one rng.integers."""
    rows = rng.integers(0, len(ids) - T, B)[:, None] + np.arange(T + 1)
    return ids[rows[:, :-1]], ids[rows[:, 1:]]


def train_gpt(cfg, ids, rng):
    """Train a TinyGPT; cfg adds steps, B, lr, warmup, clip. Returns the model and the losses, (steps,)."""
    model, losses = TinyGPT(cfg, rng), []
    opt = adam(lambda t: cosine_lr(t - 1, cfg["steps"], cfg["warmup"], cfg["lr"] / 10, cfg["lr"]))
    for _ in range(cfg["steps"]):
        x, y = get_batch(ids, cfg["B"], cfg["T"], rng)
        loss = tensor_cross_entropy(model(x), y)
        sweep(loss, model.parameters())
        clip_grads(model.parameters(), cfg["clip"])
        opt(model.parameters())
        losses.append(float(loss.data))
    return model, np.array(losses)
