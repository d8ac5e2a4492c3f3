#!/usr/bin/env python3
"""A runtime node in Python's standard library, written from docs/southbound.md, docs/node.md and docs/results.md alone.
It analyses nothing: each task "sees" something every few seconds. Everything else is what a real device does: it registers, keeps
alive, takes packages and services, runs tasks, streams events, delivers results in order and at least once, and unregisters.

    NODE_CODE=11010800005020000001 NODE_USERNAME=box-1 NODE_PASSWORD=secret PLATFORM_URL=http://127.0.0.1:8080 \\
        python3 foreign_node.py [--unregister-at-end]
SIGTERM ends it: tasks are told as STOPPED, results that wait are delivered; what cannot be delivered waits on disk for the next start.
"""
import base64, hashlib, json, os, pathlib, queue, random, signal, sqlite3, sys, tempfile, threading, time, uuid
import urllib.error, urllib.parse, urllib.request
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CODE, USERNAME, PASSWORD = (os.environ["NODE_" + name] for name in ("CODE", "USERNAME", "PASSWORD"))
PLATFORM = os.environ.get("PLATFORM_URL", "http://127.0.0.1:8080").rstrip("/")
HOST, PORT = os.environ.get("NODE_HOST", "127.0.0.1"), int(os.environ.get("NODE_PORT", "8123"))
FOLDER = os.environ.get("NODE_DATA_DIR") or tempfile.mkdtemp(prefix="foreign-node-")
KEEPALIVE_SECONDS, RESULT_SECONDS = float(os.environ.get("NODE_KEEPALIVE_SECONDS", "30")), float(os.environ.get("NODE_RESULT_SECONDS", "2"))

lock = threading.Lock()          # held by whoever reads or changes what follows
packages, services, tasks = {}, {}, {}      # by ID: what the lists and the events show, plus members that begin with "_"
listeners = set()                # one queue for each open event stream
token, ending = None, threading.Event()

class Refusal(Exception): """HTTP status and words; the platform reads both."""

def background(work, *values):
    thread = threading.Thread(target=work, args=values, daemon=True)
    thread.start()
    return thread

def now():
    return datetime.now(timezone.utc).isoformat(timespec="microseconds").replace("+00:00", "Z")

def shown(thing):
    return {name: value for name, value in thing.items() if not name.startswith("_") and value is not None}

def listing(things):
    return [shown(thing) for thing in things.values()]

def tell(kind, thing):
    """Changes are events, in the order in which they happen."""
    for listener in listeners:
        listener.put((kind, shown(thing)))

# --- packages: answered once queued, downloaded in the background -----------------------------------------------------------
def deliver(body):
    known = packages.get(body["AlgoFilePackageID"])
    if known and known["_md5"] == body["MD5"] and known["Status"] != 2:
        return                          # the same bytes again; other bytes under a known ID replace what is there
    package = {"AlgoFilePackageID": body["AlgoFilePackageID"], "Status": 1, "DownloadProgress": 0, "ProgressUpdateTime": now(),
               "DownloadErrorMessage": None, "_md5": body["MD5"]}
    packages[package["AlgoFilePackageID"]] = package
    tell("package", package)
    background(download, package, body["Url"])

def download(package, url):
    outcome = {"Status": 3, "DownloadProgress": 1, "DownloadErrorMessage": None}
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:       # no credential: the link carries its own permission
            content = answer.read()
        if hashlib.md5(content).hexdigest() != package["_md5"]:
            raise ValueError("the MD5 is not the one that was announced")
        pathlib.Path(FOLDER, package["AlgoFilePackageID"] + ".tar").write_bytes(content)
    except (OSError, ValueError) as e:
        outcome = {"Status": 2, "DownloadErrorMessage": str(e)}
    with lock:
        package.update(outcome, ProgressUpdateTime=now())
        tell("package", package)

def remove(package_id):
    if any(service["AlgoFilePackageID"] == package_id for service in services.values()):
        raise Refusal(409, "a service of the package is loaded")
    packages.pop(package_id, None)

# --- services ---------------------------------------------------------------------------------------------------------------
def load(body):
    package = packages.get(body["AlgoFilePackageID"])
    if not package or package["Status"] != 3:
        raise Refusal(404, "the package is not there")
    replicas, slots = body.get("Replicas", 1), body.get("Replicas", 1) * body["StreamsPerReplica"]
    service = services.get(body["AlgoServiceID"])
    if service:                         # loaded again: another number of replicas at most
        if sum(each["AlgoServiceID"] == body["AlgoServiceID"] and not each["EndedAt"] for each in tasks.values()) > slots:
            raise Refusal(409, "more tasks run than fit into that")
        service.update(Replicas=replicas, _slots=slots)
        tell("service", service)
        return
    service = {"AlgoServiceID": body["AlgoServiceID"], "AlgoFilePackageID": body["AlgoFilePackageID"], "Status": "INIT",
               "Replicas": replicas, "Message": None, "_codes": body["AlgoDefCodes"], "_slots": slots}
    services[service["AlgoServiceID"]] = service
    tell("service", service)
    service["Status"] = "RUNNING"       # a real node starts the algorithm in the background first
    tell("service", service)

def unload(service_id):
    for task in [each for each in tasks.values() if each["AlgoServiceID"] == service_id]:
        end(task, "STOPPED", "its service was unloaded")
    services.pop(service_id, None)

# --- tasks ------------------------------------------------------------------------------------------------------------------
def start(order):
    task = tasks.get(order["TaskID"])
    if task and not task["EndedAt"]:
        return                          # repeating a start is no error
    service = services.get(order.get("AlgoServiceID"))
    if not service:
        raise Refusal(404, "the service is not loaded here")
    if order["AlgoDefCode"] not in service["_codes"]:
        raise Refusal(400, "the service does not offer " + order["AlgoDefCode"])
    if sum(not each["EndedAt"] for each in tasks.values() if each["AlgoServiceID"] == order["AlgoServiceID"]) >= service["_slots"]:
        raise Refusal(409, "the service is full")
    task = {"TaskID": order["TaskID"], "AlgoServiceID": order["AlgoServiceID"], "Status": "PENDING", "Message": None,
            "StartedAt": now(), "EndedAt": None, "Frames": 0, "_order": order, "_stop": threading.Event()}
    tasks.pop(order["TaskID"], None)    # a new run of a task that has ended: the list shows the latest only
    tasks[order["TaskID"]] = task
    tell("task", task)
    background(run, task)
    for task_id in [each["TaskID"] for each in tasks.values() if each["EndedAt"]][:-1000]:
        del tasks[task_id]

def run(task):
    """The first frame makes it RUNNING; its limit, counted from its acceptance, ends it even when the platform is gone."""
    order, begun = task["_order"], time.monotonic()
    limit = begun + order.get("DurationLimit", float("inf"))
    while not task["_stop"].wait(max(0, min(RESULT_SECONDS, limit - time.monotonic()))):
        with lock:
            if task["EndedAt"]:
                return
            if time.monotonic() >= limit:
                return end(task, "FINISHED")
            if task["Status"] == "PENDING":
                task["Status"] = "RUNNING"
                tell("task", task)
            keep(order, task["Frames"], time.monotonic() - begun)
            task["Frames"] += 1

def end(task, status, message=None):
    if not task["EndedAt"]:
        task.update(Status=status, Message=message, EndedAt=now())
        task["_stop"].set()
        tell("task", task)

def each_task(tasks_told, action):
    """One outcome for each, in order; one refused task leaves the others alone."""
    outcomes = []
    for task_id, what in tasks_told:
        outcomes.append({"TaskID": task_id, "Code": 0, "Message": "success"})
        try:
            action(what)
        except Refusal as e:
            outcomes[-1].update(Code=e.args[0] * 100, Message=e.args[1])
    return outcomes

# --- results: written down first, delivered in order, at least once ---------------------------------------------------------
spool = sqlite3.connect(os.path.join(FOLDER, "results.db"), check_same_thread=False, isolation_level=None)
spool.execute("create table if not exists result (place integer primary key autoincrement, body text)")

def keep(order, sequence, media_time):
    rule = (order["TaskInfo"].get("RulesParams") or [{}])[0]
    result = {"id": str(uuid.uuid4()), "taskInstanceId": order["TaskID"], "computeCode": CODE, "algoDefCode": order["AlgoDefCode"],
              "deviceId": order["TaskInfo"].get("DeviceID"), "eventId": rule.get("EventID"), "sequence": sequence, "time": now(),
              "mediaTime": round(media_time, 3), "data": {"type": "ALERT", "areaId": 0, "score": 0.5, "boxes": []}}
    spool.execute("insert into result (body) values (?)", (json.dumps(shown(result)),))

def deliver_results():
    """One queue for the platform. A real node has one more for each ResultReceiveUrl of the rules, and sends many at once."""
    pause = 0.5
    while True:
        with lock:
            first = spool.execute("select place, body from result order by place limit 1").fetchone()
        if not first:
            if ending.wait(0.2):
                return
            continue
        status, answer = call("/platform/v1/results", {"results": [json.loads(first[1])]}, token)
        # 401: the token has ended, the next keepalive finds out. A 4xx without a JSON body is not the platform's word.
        if status == 200 or (400 <= status < 500 and status not in (401, 408, 429) and answer is not None):
            with lock:
                spool.execute("delete from result where place = ?", (first[0],))
            pause = 0.5
        elif ending.wait(pause * random.uniform(1, 1.5)):
            return                      # what is left is delivered at the next start
        else:
            pause = min(30, pause * 2)

# --- the platform: register, keep alive, register again ---------------------------------------------------------------------
def call(path, body, token_shown=None):
    """Status and JSON of the answer: (0, None) without one, (status, None) when it is no JSON."""
    headers = {"Content-Type": "application/json", **({"X-Auth-Token": token_shown} if token_shown else {})}
    request = urllib.request.Request(PLATFORM + path, json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as e:
        return e.code, json.loads(e.read()) if "json" in e.headers.get("Content-Type", "") else None
    except (OSError, ValueError):
        return 0, None

def stay_registered(port):
    global token
    pause = 1
    while not ending.is_set():
        status, answer = call("/ACSMP/Keepalive", {"Code": CODE}, token) if token else call("/ACSMP/Register", {
            "Code": CODE, "Type": "AI_BOX", "IP": HOST, "Port": port, "Username": USERNAME, "Password": PASSWORD,
            "SupportAlgoService": True})
        if status == 200 and answer and answer["Code"] == 0:
            token, pause = (answer.get("Data") or {}).get("Token", token), 1        # a keepalive may bring a new one, too
            ending.wait(KEEPALIVE_SECONDS)
        elif token and status in (401, 404):
            token = None                # register again at once
        else:
            ending.wait(pause * random.uniform(1, 1.5))
            pause = min(60, pause * 2)

# --- what the platform calls ------------------------------------------------------------------------------------------------
OPERATIONS = {
    ("GET", "/Computility"): lambda body, _: {"DeviceID": CODE, "IP": HOST, "IsOnline": True, "OS": sys.platform, "Cpu": os.cpu_count()},
    ("POST", "/AlgoFilePackages"): lambda body, _: deliver(body),
    ("GET", "/AlgoFilePackages"): lambda body, _: listing(packages),
    ("DELETE", "/AlgoFilePackages/"): lambda body, which: remove(which),
    ("POST", "/AlgoServices"): lambda body, _: load(body),
    ("GET", "/AlgoServices"): lambda body, _: listing(services),
    ("DELETE", "/AlgoServices/"): lambda body, which: unload(which),
    ("POST", "/Tasks/Start"): lambda body, _: each_task([(order["TaskID"], order) for order in body["Tasks"]], start),
    ("POST", "/Tasks/Stop"): lambda body, _: each_task([(task_id, tasks.get(task_id)) for task_id in body["TaskIDs"]],
                                                       lambda task: task and end(task, "STOPPED", "it was told to")),  # unknown: stopped
    ("GET", "/Tasks"): lambda body, _: listing(tasks),
}

class Southbound(BaseHTTPRequestHandler):
    credential = "Basic " + base64.b64encode((USERNAME + ":" + PASSWORD).encode()).decode()

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if self.headers.get("Authorization") != self.credential:
            return self.answer(401, "the credential shared at registration is needed")
        if (self.command, path) == ("GET", "/ACSMP/Events"):
            return self.stream()
        path = path.removeprefix("/ACSMP")
        folder, which = path[:path.rfind("/") + 1], path[path.rfind("/") + 1:]
        operation = OPERATIONS.get((self.command, path)) or OPERATIONS.get((self.command, folder))
        try:
            if not operation:
                raise Refusal(404, "there is no such operation")
            with lock:
                data = operation(json.loads(body) if body else None, which)
            self.answer(200, "success", data)
        except Refusal as e:
            self.answer(*e.args)
        except (KeyError, TypeError, ValueError) as e:
            self.answer(400, "the body is not what it should be: " + repr(e))

    do_GET = do_POST = do_DELETE = serve

    def answer(self, status, message, data=None):
        content = json.dumps({"Code": 0 if status == 200 else status * 100, "Message": message, "Data": data}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def stream(self):
        """First the state of everything, then each change; a comment every 5 s shows that the stream lives."""
        news = queue.Queue()
        with lock:
            for kind, things in (("package", packages), ("service", services), ("task", tasks)):
                for thing in listing(things):
                    news.put((kind, thing))
            listeners.add(news)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                try:
                    kind, thing = news.get(timeout=5)
                    self.wfile.write(f"event: {kind}\ndata: {json.dumps(thing)}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b": alive\n\n")
        except OSError:
            pass                        # the platform opens another
        finally:
            with lock:
                listeners.discard(news)

    log_message = lambda *_: None

signal.signal(signal.SIGTERM, lambda *_: ending.set())
server = ThreadingHTTPServer((HOST, PORT), Southbound)
background(server.serve_forever)
background(stay_registered, server.server_port)
delivery = background(deliver_results)
ending.wait()
with lock:
    for task in tasks.values():
        end(task, "STOPPED", "the node shuts down")
time.sleep(0.5)                         # for the streams to say so
delivery.join(5)
if "--unregister-at-end" in sys.argv:
    print("unregistered:", call("/ACSMP/UnRegister", {"Code": CODE, "Username": USERNAME, "Password": PASSWORD}))
