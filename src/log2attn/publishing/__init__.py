"""Pages for people, written from the lessons and the proofs: docs/teaching and docs/proof.md."""
