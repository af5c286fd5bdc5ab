"""Harvests an OAI-PMH repository with sickle and prints what it got, as one JSON document.

usage: harvest.py URL VERB [NAME=VALUE...]
"""

import json
import sys

from sickle import Sickle
from sickle.oaiexceptions import NoRecordsMatch


def main(url, verb, *arguments):
    repository = Sickle(url, max_retries=3, timeout=60)
    options = dict(argument.split("=", 1) for argument in arguments)
    json.dump(harvest(repository, verb, options), sys.stdout)


def harvest(repository, verb, options):
    if verb == "Identify":
        identity = repository.Identify()
        return {name: getattr(identity, name) for name in ("baseURL", "deletedRecord", "earliestDatestamp", "granularity")}
    if verb == "ListSets":
        return [{"spec": each.setSpec, "name": each.setName} for each in repository.ListSets()]
    if verb == "ListMetadataFormats":
        return [each.metadataPrefix for each in repository.ListMetadataFormats()]
    if verb == "GetRecord":
        return describe(repository.GetRecord(**options).header)
    try:
        if verb == "ListIdentifiers":
            return [describe(header) for header in repository.ListIdentifiers(**options)]
        return [
            {**describe(record.header), "metadata": getattr(record, "metadata", None), "length": len(record.raw)}
            for record in repository.ListRecords(**options)
        ]
    except NoRecordsMatch:
        return []


def describe(header):
    return {
        "identifier": header.identifier,
        "datestamp": header.datestamp,
        "sets": header.setSpecs,
        "deleted": bool(header.deleted),
    }


main(*sys.argv[1:])
