"""What is asked of a server's certificate."""

import ssl

from beide.errors import WrongOption
from beide.log.readers.database_place import Place


def context_of(place: Place) -> ssl.SSLContext:
    """Return how to encrypt: with the server's name checked, or just encrypted.

    Raises ``WrongOption`` when the file with authorities cannot be read.
    """
    try:
        found = ssl.create_default_context(cafile=place.authority)
    except (OSError, ssl.SSLError) as error:
        raise WrongOption(
            option="sslrootcert",
            value=place.authority,
            expected_nl="een leesbaar bestand met certificaten (PEM)",
            expected_en="a readable file with certificates (PEM)",
        ) from error
    if place.tls != "verify-full":
        found.check_hostname = False
        found.verify_mode = ssl.CERT_NONE
    return found
