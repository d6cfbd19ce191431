"""Saved by Colab: its metadata, its ids, its drive mounted at the top."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    data = s.data()
    data["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
    }
    data["nbformat_minor"] = 0
    for k, cell in enumerate(data["cells"]):
        cell["metadata"] |= {
            "id": f"aBcD{k}",
            "colab": {"base_uri": "https://localhost:8080/"},
            "outputId": "x-1",
        }
        cell.pop("id", None)
    mount = {
        "cell_type": "code",
        "metadata": {"id": "m"},
        "execution_count": 1,
        "outputs": [],
        "source": ["from google.colab import drive\n", "drive.mount('/content/drive')"],
    }
    data["cells"].insert(1, mount)
    s.dump(data)
