"""Fetches all records of a catalogue with OWSLib (CSW) or sickle (OAI-PMH), keeps none; prints records, seconds, CPU seconds.

usage: peer.py csw|oai-pmh URL
"""

import sys
import time
import warnings

PAGE = 100
GMD = "http://www.isotc211.org/2005/gmd"


def csw(url):
    from owslib.csw import CatalogueServiceWeb

    service = CatalogueServiceWeb(url, timeout=120)
    count = 0
    while True:
        service.getrecords2(esn="full", outputschema=GMD, startposition=count + 1, maxrecords=PAGE)
        count += len(service.records)
        if not service.records or count >= service.results["matches"]:
            return count


def oai_pmh(url):
    from sickle import Sickle

    repository = Sickle(url, timeout=120)
    count, token = 0, {}
    while True:
        # sickle's own loop sends the token alone, as the standard has it; pycsw 2 wants the prefix with it.
        page = repository.harvest(verb="ListRecords", metadataPrefix="iso19139", **token).xml
        count += len(page.findall(".//{*}record"))
        next_token = page.find(".//{*}resumptionToken")
        if next_token is None or next_token.text in (None, "", "0"):
            return count
        token = {"resumptionToken": next_token.text}


warnings.simplefilter("ignore")
started, busy = time.perf_counter(), time.process_time()
records = {"csw": csw, "oai-pmh": oai_pmh}[sys.argv[1]](sys.argv[2])
print(records, time.perf_counter() - started, time.process_time() - busy)
