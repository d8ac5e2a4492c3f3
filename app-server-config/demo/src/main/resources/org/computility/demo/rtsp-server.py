"""Serves MP4 files as RTSP streams: rtsp-server.py PORT FILE... ; each client sees a clip from its first frame.

Ends when standard input does, so that it never outlives the demo.
"""
import os
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer

Gst.init(None)
server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(sys.argv[1])
for path in sys.argv[2:]:
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        f'( filesrc location="{path}" ! qtdemux ! h264parse config-interval=1 ! rtph264pay name=pay0 pt=96 )'
    )
    server.get_mount_points().add_factory("/" + os.path.basename(path).removesuffix(".mp4"), factory)
if server.attach(None) == 0:
    sys.exit("cannot listen on port " + sys.argv[1])
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_HUP, lambda *_: loop.quit())
print("ready", flush=True)
loop.run()
