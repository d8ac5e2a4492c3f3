"""Serves every MP4 file of a folder at rtsp://127.0.0.1:PORT/<name without .mp4>, each client from the beginning.

usage: rtsp-server.py PORT FOLDER
Prints "ready" once it listens. Needs gst-rtsp-server and its Python binding (Debian: gir1.2-gst-rtsp-server-1.0,
gstreamer1.0-plugins-good, gstreamer1.0-plugins-bad, python3-gi). Ends with its standard input, so it never outlives
the program that started it.
"""
import os
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

Gst.init(None)
missing = [name for name in ("qtdemux", "h264parse", "rtph264pay") if not Gst.ElementFactory.find(name)]
if missing:
    sys.exit("GStreamer's plugins lack " + ", ".join(missing))
port, folder = sys.argv[1], os.path.abspath(sys.argv[2])
loop = GLib.MainLoop()


class FileFactory(GstRtspServer.RTSPMediaFactory):
    """A file, sent as it is; no transcoding."""

    def __init__(self, path):
        super().__init__()
        self.set_launch(
            '( filesrc location="%s" ! qtdemux ! h264parse config-interval=1 ! rtph264pay name=pay0 pt=96 )' % path
        )
        self.set_shared(False)


server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(port)
mounts = server.get_mount_points()
for name in sorted(os.listdir(folder)):
    if name.endswith(".mp4"):
        mounts.add_factory("/" + name[: -len(".mp4")], FileFactory(os.path.join(folder, name)))
if server.attach(None) == 0:
    sys.exit("port %s is taken" % port)


def end_with_parent():
    sys.stdin.read()
    loop.quit()


threading.Thread(target=end_with_parent, daemon=True).start()
print("ready", flush=True)
loop.run()
