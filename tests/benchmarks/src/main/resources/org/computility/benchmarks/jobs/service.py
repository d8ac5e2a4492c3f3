# Answers at once: a few bytes, a large answer, the length of what it was sent, a stream of two events.
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LARGE = bytes(1 << 20)


class Service(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self):
        if self.path == "/events":
            self.events()
        else:
            self.answer(LARGE if self.path == "/large" else b"ok\n")

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(b"%d" % len(sent))

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def events(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.chunk("data: first\n\n")
        time.sleep(0.02)
        self.chunk("data: last\n\n")
        self.chunk("")

    def chunk(self, text):
        self.wfile.write(("%x\r\n%s\r\n" % (len(text), text)).encode())
        self.wfile.flush()

    def log_message(self, *words):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128


Server(("127.0.0.1", int(os.environ["PORT"])), Service).serve_forever()
