"""A pycsw of the tests: loads, changes and serves a catalogue in SQLite. Answers are lines of JSON on standard output."""

import configparser
import json
import logging
import warnings
import os
import socketserver
import sys
import threading
import time
import wsgiref.simple_server

import pycsw
from lxml import etree
from pycsw.core import admin, metadata, repository, util
from pycsw.core.config import StaticContext

TABLE = "records"


def open_repository(database):
    context = StaticContext()
    return context, repository.Repository(f"sqlite:///{database}", context, table=TABLE)


def load(database, folder):
    """Inserts every file that pycsw takes, in order of names; a known identifier is replaced."""
    if not os.path.exists(database):
        admin.setup_db(f"sqlite:///{database}", TABLE, os.path.dirname(pycsw.__file__))
    context, records = open_repository(database)
    taken, refused = [], 0
    for name in sorted(os.listdir(folder)):
        try:
            document = etree.parse(os.path.join(folder, name), context.parser)
            for record in metadata.parse_record(context, document, records):
                if records.query_ids([record.identifier]):
                    remove_from(records, [record.identifier])
                records.insert(record, "local", util.get_today_and_now())
                taken.append(record.identifier)
        except Exception:  # noqa: BLE001 - what pycsw refuses to load is only counted
            if records.session.in_transaction():
                records.session.rollback()
            refused += 1
    print(json.dumps({"identifiers": sorted(set(taken)), "refused": refused}))


def remove_from(records, identifiers):
    dataset = records.dataset
    records.session.begin()
    records.session.query(dataset).filter(dataset.identifier.in_(identifiers)).delete(synchronize_session=False)
    records.session.commit()


def remove(database, *identifiers):
    _, records = open_repository(database)
    remove_from(records, identifiers)
    print(json.dumps({"removed": len(identifiers)}))


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True


class Quiet(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *_):
        pass


def serve(database):
    """Serves on a free port of the loopback until the standard input is closed; then tells its seconds of processor time."""
    from pycsw import wsgi

    server = Server(("127.0.0.1", 0), Quiet)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    settings = configparser.ConfigParser()
    settings["server"] = {
        "home": os.path.dirname(pycsw.__file__),
        "url": address,
        "mimetype": "application/xml; charset=UTF-8",
        "encoding": "UTF-8",
        "language": "en-US",
        "maxrecords": "100",
        "profiles": "apiso",
    }
    settings["manager"] = {"transactions": "false"}
    told = "identification_title identification_abstract identification_keywords identification_keywords_type"
    told += " identification_fees identification_accessconstraints provider_name provider_url contact_name"
    told += " contact_position contact_address contact_city contact_stateorprovince contact_postalcode"
    told += " contact_country contact_phone contact_fax contact_email contact_url contact_hours"
    told += " contact_instructions contact_role"
    settings["metadata:main"] = {name: "pycsw of the tests" for name in told.split()}
    settings["repository"] = {"database": f"sqlite:///{database}", "table": TABLE}
    path = f"{database}.cfg"
    with open(path, "w", encoding="utf-8") as file:
        settings.write(file)
    os.environ["PYCSW_CONFIG"] = path
    server.set_app(wsgi.application)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"address": address}), flush=True)
    sys.stdin.read()
    print(json.dumps({"busy": time.process_time()}), flush=True)


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    {"load": load, "remove": remove, "serve": serve}[sys.argv[1]](*sys.argv[2:])
