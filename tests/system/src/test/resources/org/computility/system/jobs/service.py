import base64
import hashlib
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

go = threading.Event()


class Service(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/stream":
            self.stream()
        elif self.path == "/echo":
            self.echo()
        elif self.path == "/die":
            os._exit(3)
        else:
            if self.path == "/go":
                go.set()
            self.tell()

    def tell(self):
        head = self.headers
        lines = [
            self.path,
            head.get("X-Computility-User"),
            "%s %s" % (head.get("X-Auth-Token"), head.get("Authorization")),
            head.get("X-Forwarded-Prefix"),
            os.environ["COMPUTILITY_TASK_INDEX"],
        ]
        body = "".join("%s\n" % line for line in lines).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.chunk("data: one\n\n")
        go.wait(60)
        self.chunk("data: two\n\n")
        self.chunk("")

    def chunk(self, text):
        self.wfile.write(("%x\r\n%s\r\n" % (len(text), text)).encode())
        self.wfile.flush()

    def echo(self):
        key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        accept = base64.b64encode(hashlib.sha1(key.encode()).digest()).decode()
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", accept)
        self.end_headers()
        self.wfile.flush()
        length = self.rfile.read(2)[1] & 127
        mask = self.rfile.read(4)
        text = bytes(b ^ mask[i % 4] for i, b in enumerate(self.rfile.read(length)))
        self.wfile.write(bytes([129, length]) + text)
        self.wfile.flush()
        self.rfile.read(1)
        self.close_connection = True

    def log_message(self, *words):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Service).serve_forever()
