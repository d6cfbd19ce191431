"""The JSON is a list, a number, or a notebook whose cells are numbers."""

KIND, GROUP = "hostile", "file"
DESERVED = 0
QUEUE = True


def apply(s):
    s.dump(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {},
            "cells": [
                1,
                "x",
                None,
                {"cell_type": 5},
                {"cell_type": "code", "source": {"a": 1}, "metadata": []},
            ],
        }
    )
