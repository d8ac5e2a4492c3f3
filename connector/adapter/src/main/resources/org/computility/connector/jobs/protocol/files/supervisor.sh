# Runs one job and writes down how it ended. The working directory is the job's folder; the file "job" there sets the
# command (the positional parameters), the limits, the image, the control groups and the name of the file with options for
# bwrap. Who is killed here takes the job along: timeout the supervisor (setpriv), the supervisor bwrap, bwrap all processes
# of the job (--die-with-parent). Who ends a job, or its wall time, lets its processes hear TERM first, and gives them a grace.
set -u
umask 077
if [ "${1:-}" != timed ]; then
  . ./job
  exec timeout --foreground --signal=ALRM "$wall" setpriv --pdeathsig KILL sh ./supervisor.sh timed
fi

reason=
door=
trap 'reason=${reason:-$(asked)}' TERM
trap 'reason=${reason:-WALL_TIME}' ALRM

# Who asks by the platform leaves a file first.
asked() {
  if [ -e cancel ]; then echo CANCELLED; else echo TERMINATED; fi
}

# Writes over a file that was made at the start: a disk that is full has room for these words.
over() {
  printf '%-62s\n' "$2" 1<>"$1"
}

end() {
  [ -z "$door" ] || kill -KILL "$door" 2>/dev/null
  leave
  over ended.part "$1 $2" && mv ended.part ended
  sync ended . 2>/dev/null
  # Whoever started this, such as a cluster, sees the program's own status.
  case $1 in
    EXITED) exit "$2" ;;
    SIGNALLED) exit $(($2 + 128)) ;;
  esac
  exit 1
}

# The first process inside the sandbox: when it is gone, all are.
inside() {
  sed -n 's/^{ "child-pid": \([0-9]*\).*/\1/p' status
}

running() {
  kill -0 "$1" 2>/dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# Makes a control group for the job below another, or takes the one that it has, and sets a limit. The folder is named by
# the job's id.
group() {
  made="$1/computility-${PWD##*/}"
  if ! grep -qxF "$made" groups; then
    { rmdir "$made" 2>/dev/null || :; } && mkdir "$made" && echo "$made" >>groups || return 1
  fi
  echo "$3" >"$made/$2"
}

# Keeps the job to so many cores, any of those there are, where no control group limits them.
cores() {
  kept=$(sed -n 's/^Cpus_allowed_list:[[:space:]]*//p' /proc/self/status | tr , '\n' | awk -F- -v most="$1" -v seed=$$ '
    { for (at = $1; at <= $NF; at++) all[count++] = at }
    END {
      srand(seed)
      for (; most > 0 && count > 0; most--) {
        at = int(rand() * count)
        line = line comma all[at]
        comma = ","
        all[at] = all[--count]
      }
      print line
    }')
  slower='nice -n 5'
  ! taskset -c "$kept" true 2>/dev/null || slower="$slower taskset -c $kept"
}

# Tells all processes inside to end: those in the namespace of the first, which itself hears nothing.
tell() {
  space=$(readlink "/proc/$1/ns/pid") || return
  # The number may be another process's by now, outside.
  [ "$space" != "$(readlink /proc/self/ns/pid)" ] || return
  find /proc/[0-9]*/ns/pid -maxdepth 0 -printf '%p %l\n' 2>/dev/null | awk -F '[/ ]' -v space="$space" '
    $NF == space { print $3 }' | while read -r one; do kill -TERM "$one" 2>/dev/null; done
}

seconds() {
  read -r up idle </proc/uptime
  echo "${up%%.*}"
}

# Whether a signal ended the program: the shell inside, which started it, then says more than its exit status.
signalled() {
  [ -n "$asks" ] && [ "$status" -gt 128 ] && [ "$(head -c 100 word)" != "$status" ]
}

starved() {
  while read -r made; do
    cat "$made/memory.oom_control" "$made/memory.events" 2>/dev/null
  done <groups | grep -q '^oom_kill [1-9]'
}

# A group can be removed a moment after its last process.
leave() {
  while read -r made; do
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
      rmdir "$made" 2>/dev/null && break
      sleep 0.02
    done
  done <groups
}

# Kibibytes on the disk, one more for each file; first what has names, then what was deleted and is open. A folder that
# nobody may read is opened. $1 is the first process inside, or 0 when there is none.
used() {
  {
    find work log word service -type d ! -perm -500 -exec chmod u+rx {} \; , -printf '%D %i %b\n' 2>/dev/null
    find -L "/proc/$1/root/proc/"[0-9]*/fd "/proc/$1/root/proc/"[0-9]*/map_files \
      -maxdepth 1 -type f -links 0 -printf '%D %i %b\n' 2>/dev/null | grep "^$(stat -c %d log) "
  } | sort -u | awk '{ sum += $3 / 2 + 1 } END { printf "%d\n", sum }'
}

full() {
  [ "$(used "$1")" -gt "$disk" ]
}

# Kibibytes that are left on the disk of all jobs above its floor: a twentieth, or 1 GiB where that is less.
left() {
  stat -f -c '%a %b %S' work | awk '{
    floor = $2 / 20 * $3
    if (floor > 2 ^ 30) floor = 2 ^ 30
    printf "%d\n", ($1 * $3 - floor) / 1024
  }'
}

crowded() {
  set -- "/proc/$1/root/proc/"[0-9]*
  [ $# -gt "$processes" ]
}

# Ends a job that takes more than it was given where no limit of the kernel does.
watch() {
  while running "$1"; do
    sleep 1
    if full "$1"; then over excess.part DISK_SPACE
    elif [ "$(left)" -lt 0 ]; then over excess.part DISK_FULL
    elif crowded "$1"; then over excess.part PROCESSES
    else
      # The signal of a cancel may have come in a moment when nobody waited.
      [ ! -e cancel ] || kill -TERM $$
      continue
    fi
    mv excess.part excess
    kill -KILL "$1" 2>/dev/null
  done
}

# Since Linux 5.14 the processes of a sandbox are counted for themselves.
counted() {
  version=$(uname -r)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%[!0-9]*}
  [ "$major" -gt 5 ] || { [ "$major" -eq 5 ] && [ "$minor" -ge 14 ]; }
}

# Opens the door of a service: a port of this machine that leads to the socket in the folder "service". The job made the
# socket and may have put a link in its place: what follows it sees that folder, and no other of this machine.
open_door() {
  command -v socat >/dev/null || { echo "This machine lacks socat" >>log; return; }
  mkfifo said || return
  bwrap --unshare-user-try --unshare-pid --unshare-ipc --die-with-parent --new-session --cap-drop ALL --clearenv \
    --setenv PATH /usr/local/bin:/usr/bin:/bin --ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib \
    --symlink usr/lib64 /lib64 --ro-bind-try /etc/alternatives /etc/alternatives \
    --ro-bind-try /etc/ld.so.cache /etc/ld.so.cache --dev /dev --bind "$PWD/service" /service -- \
    socat -d -d TCP-LISTEN:0,bind=127.0.0.1,fork,max-children=200 UNIX-CONNECT:/service/socket \
    2>said >/dev/null </dev/null &
  door=$!
  # socat says so again after each call.
  sed -nu '0,/listening on AF=2 /s/.*listening on AF=2 127\.0\.0\.1:\([0-9]*\)$/\1/p' <said >port &
}

# Only one supervisor gets past this line, ever: a link is made whole or not at all. Process ids are used again; with
# the start time (field 22, the 20th after the name) and the boot they are not.
read -r stat </proc/$$/stat
set -- ${stat##*) }
read -r boot </proc/sys/kernel/random/boot_id
if ! { printf '%s %s %s\n' $$ "${20}" "$boot" >"started.$$" && ln "started.$$" started 2>/dev/null; }; then
  rm -f "started.$$"
  [ -e started ]
  exit
fi
rm -f "started.$$"
over ended.part ''
over excess.part ''
: >groups
[ ! -e cancel ] || end CANCELLED 0

. ./job
# Nothing begins before its notes are on the disk: after a loss of power it must not begin once more.
sync job supervisor.sh "$sandbox" started . .. 2>/dev/null
: >>log
for tool in bwrap prlimit find sort awk stat mkfifo; do
  command -v "$tool" >/dev/null || { echo "This machine lacks $tool" >>log; end NO_SANDBOX 0; }
done
room=$(left)
[ "$room" -gt 0 ] || end DISK_FULL 0
[ "$disk" -le "$room" ] || disk=$room
# A shell inside starts the program: bwrap does not tell an exit status from a signal. Its own words go where the program's do not.
# Told to end, it waits for all that the program left behind: with the shell, bwrap would end them at once.
asks=
if [ -z "$image" ] || [ -e "$image/bin/sh" ] || [ -h "$image/bin/sh" ] || [ -e "$image/usr/bin/sh" ] || [ -h "$image/usr/bin/sh" ]; then
  asks=yes
  set -- /bin/sh -c 'told=; trap told=yes TERM; exec 2>&6 6>&-; (exec "$@" 2>&1); word=$?
    while [ -n "$told" ] && { set -- /proc/[0-9]*; [ $# -gt 2 ]; }; do sleep 0.1 || break; done
    echo "$word" >&2; exit "$word"' sh "$@"
fi
set -- --json-status-fd 4 --block-fd 5 -- "$@"
# A job makes no user namespace of its own, where bwrap can forbid it (since version 0.8).
if bwrap --unshare-all --unshare-user --disable-userns --uid 1000 --gid 1000 --ro-bind / / true >/dev/null 2>&1; then
  set -- --unshare-user --disable-userns "$@"
fi
if [ "$accelerators" -gt 0 ]; then
  [ -z "${CUDA_VISIBLE_DEVICES:-}" ] || set -- --setenv CUDA_VISIBLE_DEVICES "$CUDA_VISIBLE_DEVICES" "$@"
  [ -z "${ROCR_VISIBLE_DEVICES:-}" ] || set -- --setenv ROCR_VISIBLE_DEVICES "$ROCR_VISIBLE_DEVICES" "$@"
fi
set -- --args 3 "$@"
# Which of them a job may open is the cluster's to say, by its control groups.
if [ "$accelerators" -gt 0 ]; then
  for at in /dev/nvidia* /dev/dri /dev/kfd /dev/davinci* /dev/hisi_hdc /dev/cambricon*; do
    [ ! -e "$at" ] || set -- --dev-bind "$at" "$at" "$@"
  done
fi
set -- --dev /dev "$@"
# An image's links are made again inside, where they lead to the image's own folders.
for at in ${image:+"$image"/*}; do
  name=${at##*/}
  case $name in proc | dev | sys | run | tmp | task | data | service) continue ;; esac
  if [ -h "$at" ]; then
    set -- --symlink "$(readlink "$at")" "/$name" "$@"
  elif [ -d "$at" ]; then
    set -- --ro-bind "$at" "/$name" "$@"
  fi
done
: >status
: >word
slower=
mkfifo gate && exec 5<>gate && confine 2>>log || end NO_SANDBOX 0
sh -c 'while read -r made; do echo $$ >"$made/cgroup.procs" || exit 1; done <groups; exec "$@"' sh \
  $slower prlimit --cpu="$cpu:$((cpu + 5))" --as="$memory" --fsize="$file" --core=0 -- \
  bwrap "$@" 3<"$sandbox" 4>status 6>>word >>log 2>&1 </dev/null &
child=$!
while [ -z "$reason" ] && running "$child" && [ -z "$(inside)" ]; do
  sleep 0.01
done
first=$(inside)
watcher=
status=0
if [ -z "$reason" ] && [ -n "$first" ]; then
  ! counted || prlimit --pid "$first" --nproc="$processes:$processes"
  echo >&5
  exec 5>&-
  watch "$first" &
  watcher=$!
  [ "$port" -eq 0 ] || open_door
fi
# A signal interrupts this wait; without one it tells the exit status.
[ -n "$reason" ] || { wait "$child"; status=$?; }
# Nothing begins any more; what has begun may still keep what it has.
last=$(seconds)
if [ -n "$reason" ] && [ -n "$watcher" ]; then
  last=$((last + ${grace:-0}))
  tell "$first"
fi
while [ -n "$reason" ] && running "$child"; do
  first=$(inside)
  [ -z "$first" ] || [ "$(seconds)" -lt "$last" ] || kill -KILL "$first" 2>/dev/null
  sleep 0.05
done
first=$(inside)
[ -n "$first" ] || end "${reason:-NO_SANDBOX}" "$status"
while running "$first"; do
  sleep 0.05
done
[ -z "$watcher" ] || kill "$watcher" 2>/dev/null
[ ! -e excess ] || { read -r excess <excess && reason=${reason:-$excess}; }
[ -n "$reason" ] || ! full 0 || reason=DISK_SPACE
[ -n "$reason" ] || [ "$status" -eq 0 ] || ! starved || reason=MEMORY
[ -n "$reason" ] || ! signalled || end SIGNALLED $((status - 128))
end "${reason:-EXITED}" "$status"
