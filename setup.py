"""Packaging: code in xblocks/, texts, pictures and sound beside it, one distribution."""

from pathlib import Path

from setuptools import find_packages, setup

CODE = ["pasapas"] + [f"pasapas.{name}" for name in find_packages("xblocks/pasapas")]

# Folders that people write in stand at the root; inside the package they are data
# subpackages, so that `files('pasapas.courses')` finds them wherever it is installed.
DATA = {
    "pasapas.courses": "courses",
    "pasapas.pictograms": "pictograms",
    "pasapas.audio": "audio",
}

setup(
    name="pasapas",
    version="0.1.0",
    description="XBlocks and short French lessons for job seekers who are far from digital tools",
    long_description=Path("README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="Apache-2.0 AND CC-BY-SA-4.0",
    license_files=["LICENSE", "LICENSES/*.txt"],
    python_requires=">=3.11,<3.14",
    packages=CODE + list(DATA),
    package_dir={"pasapas": "xblocks/pasapas", **DATA},
    package_data={
        "pasapas": ["translations/*/LC_MESSAGES/*"],
        "pasapas.content": ["plain_language/*.yaml"],
        "pasapas.player": ["public/*"],
        "pasapas.authoring": ["*.png", "*.yaml"],
        "pasapas.workshop": ["templates/*/*", "static/*"],
        "pasapas.courses": ["*.yaml", "**/*.md", "**/*.yaml"],
        "pasapas.pictograms": ["*.yaml", "*.svg"],
        "pasapas.audio": ["*.yaml", "*.json", "*.ogg", "*.mp3", "**/*.ogg", "**/*.mp3"],
    },
    install_requires=[
        "XBlock>=5.1,<7",
        "web-fragments>=2,<5",
        "lxml>=5,<7",
        "Markdown>=3.5,<4",
        "PyYAML>=6,<7",
        "nh3>=0.2.15,<0.4",
        "Django>=5.2,<6",
    ],
    extras_require={
        # What a person who writes lessons needs to check and to hear them.
        "authoring": [
            "py-nanotts>=0.1.1,<0.2",
            "pydub>=0.25,<0.26",
            "audioop-lts>=0.2,<0.3; python_version >= '3.13'",
            "soundfile>=0.13,<0.15",
            "pyloudnorm>=0.1.1,<0.3",
            "numpy>=1.26,<3",
            "tqdm>=4.66,<5",
            # `pasapas check`: which words are rare, and what they are forms of.
            "wordfreq>=3.1,<4",
            "simplemma>=1.1,<3",
        ],
        # What a trainer needs to serve lessons in one room.
        "workshop": [
            "waitress>=3,<4",
            "whitenoise[brotli]>=6.6,<7",
        ],
        # What a developer needs to test all of it. Use with the two others.
        "dev": [
            "pytest>=8,<10",
            "pytest-xdist>=3.6,<4",
            "hypothesis>=6.100,<7",
            "playwright>=1.48,<2",
            "axe-playwright-python>=0.1.4,<0.2",
            "esprima>=4,<5",
            "import-linter>=2,<3",
            "ruff>=0.8,<1",
            "olxcleaner>=0.3,<0.4",
            "Babel>=2.14,<3",
            "calmjs.parse>=1.3,<2",
            "rcssmin>=1.1,<2",
            "build>=1,<2",
            # The workbench. On Python 3.11 pip takes 0.14, later ones want 3.12.
            "xblock-sdk>=0.14,<0.16",
            "XBlock[django]>=5.1,<7",
            # PyFilesystem2, which XBlock imports, still asks for pkg_resources; from 80.9 on it
            # says so at every start.
            "setuptools>=66,<80",
            "wheel>=0.43,<1",
            # The plots of `make study`.
            "matplotlib>=3.8,<4",
        ],
    },
    entry_points={
        "console_scripts": ["pasapas = pasapas.cli:main"],
        "xblock.v1": [
            "pasapas_lesson = pasapas.blocks:LessonBlock",
            "pasapas_practice = pasapas.blocks:PracticeBlock",
            "pasapas_assessment = pasapas.blocks:AssessmentBlock",
        ],
    },
    classifiers=[
        "Framework :: Django :: 5.2",
        "Natural Language :: French",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
    ],
)
