"""Settings of a machine, from the environment (``HALLCALL_DATA``, ``HALLCALL_PORT``, ...)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from hallcall.exits import WrongSetting
from hallcall.folders import usual_data

_PREFIX = "HALLCALL_"


class Settings(BaseSettings):
    """What the commands take from the environment where no option is given.

    Attributes:
        data: Folder of the database, the hall's secret and the lock.
        database: Address of a database on a server, instead of the file in the folder.
        voices: Folder of the recorded voices, one folder a language in it.
        host: Address to listen on; all of them by default, a hall's screens are other machines.
    """

    model_config = SettingsConfigDict(env_prefix=_PREFIX)

    data: Path = usual_data()
    database: str | None = None
    voices: Path = usual_data() / "voices"
    host: str = "0.0.0.0"  # noqa: S104
    port: Annotated[int, Field(ge=0, le=65535)] = 8400
    hall: str = "lhasa"

    def __init__(self) -> None:
        """Read them.

        Raises:
            WrongSetting: One cannot be used.
        """
        try:
            super().__init__()
        except ValidationError as error:
            raise WrongSetting(_sentence(error)) from error


def _sentence(error: ValidationError) -> str:
    wrong = (
        f"{_PREFIX}{str(each['loc'][0]).upper()}={each['input']}: {each['msg']}" for each in error.errors()
    )
    return f"{'; '.join(wrong)}. Set it right, or leave it out"
