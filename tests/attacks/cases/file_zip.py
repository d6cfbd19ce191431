"""The notebook is a compressed archive that unpacks to a gigabyte."""

KIND, GROUP = "hostile", "file"
DESERVED = 0
QUEUE = True


def apply(s):
    import gzip

    s.raw = gzip.compress(bytes(200_000_000), 9)
