# What `make lab` adds to JupyterLab: the style beside this file.
from pathlib import Path

c = get_config()  # noqa: F821  (Jupyter provides it)
c.LabApp.custom_css = True
c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).parent / "custom")]}
