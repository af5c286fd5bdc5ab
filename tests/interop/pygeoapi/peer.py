"""A pygeoapi of the tests: serves a catalogue in a file of TinyDB, which the test writes. Answers are lines of JSON."""

import json
import logging
import os
import socketserver
import sys
import threading
import wsgiref.simple_server


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True


class Quiet(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *_):
        pass


def settings(database, address):
    told = "pygeoapi of the tests"
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 0},
            "url": address,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {"default_items": 10, "max_items": 50, "on_exceed": "throttle"},
            "map": {"url": "https://tile.example.org/{z}/{x}/{y}.png", "attribution": told},
        },
        "logging": {"level": "CRITICAL"},
        "metadata": {
            "identification": {
                "title": told,
                "description": told,
                "keywords": ["test"],
                "terms_of_service": "none",
                "url": address,
            },
            "license": {"name": told, "url": address},
            "provider": {"name": told, "url": address},
            "contact": {"name": told, "email": "test@example.org", "url": address},
        },
        "resources": {
            "sea": {
                "type": "collection",
                "title": "Sea",
                "description": told,
                "keywords": ["test"],
                "links": [],
                "extents": {
                    "spatial": {"bbox": [-180, -90, 180, 90], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}
                },
                "providers": [
                    {
                        "type": "record",
                        "name": "TinyDBCatalogue",
                        "data": database,
                        "id_field": "id",
                        "time_field": "updated",
                        "title_field": "title",
                    }
                ],
            }
        },
    }


def serve(database):
    """Serves on a free port of the loopback until the standard input is closed."""
    server = Server(("127.0.0.1", 0), Quiet)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    path, openapi = f"{database}.yml", f"{database}.openapi.yml"
    # JSON is YAML.
    with open(path, "w", encoding="utf-8") as file:
        json.dump(settings(database, address), file)
    os.environ["PYGEOAPI_CONFIG"] = path
    os.environ["PYGEOAPI_OPENAPI"] = openapi
    from pathlib import Path

    from pygeoapi.openapi import generate_openapi_document

    document = generate_openapi_document(Path(path), "yaml", True)
    with open(openapi, "w", encoding="utf-8") as file:
        file.write(document)
    from pygeoapi.flask_app import APP

    server.set_app(APP)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"address": address}), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    serve(sys.argv[1])
