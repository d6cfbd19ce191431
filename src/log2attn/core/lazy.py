"""What somebody hands in who hopes that a test looks at little, as Python text. No test worth a point may let one through."""

LAZY = {
    "None": "lambda *a, **k: None",
    "zeros": "lambda *a, **k: __import__('numpy').zeros(a[0].shape) if a and hasattr(a[0], 'shape') else 0.0",
    "its argument": "lambda *a, **k: a[0] if a else None",
}
