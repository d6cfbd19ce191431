from log2attn.toolbox.day_39 import softmax
