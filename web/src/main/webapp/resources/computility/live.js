// Patches the cells of an open page with what the server sends of the rows that the page shows.
//
//   data-topic    on a part of a page: its rows are of that topic
//   data-refresh  beside it: the command that draws the list anew when rows were added or removed
//   data-mark     beside it: the mark of the list as it was drawn; stands outside what the command draws
//   data-row, data-cell  on an element: which row and which of its cells it shows
//   data-state    on a row's badge: takes the cell "state"
//   data-announce on an element: what a screen reader is told before the new text
(() => {
    'use strict';

    const AGAIN_MS = 5000;
    // The server says every 15 s that the stream lives.
    const SILENCE_MS = 40000;
    let stream = null;
    let watched = '';
    let retry = null;
    let silence = null;

    const parts = (topic) => document.querySelectorAll(`[data-topic="${CSS.escape(topic)}"]`);

    /** What this page shows, as the stream's query; empty for a page that shows nothing live. */
    function shown() {
        const topics = new Map();
        document.querySelectorAll('[data-topic]').forEach((part) => {
            const keys = topics.get(part.dataset.topic) || new Set();
            part.querySelectorAll('[data-row]').forEach((cell) => keys.add(cell.dataset.row));
            topics.set(part.dataset.topic, keys);
        });
        return [...topics].map(([topic, keys]) => `${topic}=${[...keys].map(encodeURIComponent).join(',')}`).join('&');
    }

    function patch(element, value) {
        if (element.tagName === 'PROGRESS') {
            element.setAttribute('value', value);
        } else if (element.textContent !== value) {
            element.textContent = value;
            if (element.dataset.announce) {
                document.getElementById('announcements').textContent = `${element.dataset.announce}: ${value}`;
            }
        }
    }

    function patchRow(part, key, cells) {
        part.querySelectorAll(`[data-row="${CSS.escape(key)}"]`).forEach((element) => {
            const value = cells[element.dataset.cell];
            if (value !== undefined) {
                patch(element, value);
            }
            if (cells.state !== undefined && element.dataset.state !== undefined) {
                element.dataset.state = cells.state;
            }
        });
    }

    /** Not while a question or a menu is open: it belongs to the list as it is. */
    function drawAnew(command) {
        const busy = [...document.querySelectorAll('.ui-dialog, .ui-selectonemenu-panel')]
            .some((overlay) => overlay.getClientRects().length > 0
                // A question that is not asked is there, but not to be seen.
                && getComputedStyle(overlay).visibility === 'visible');
        if (busy) {
            setTimeout(() => drawAnew(command), 1000);
        } else if (typeof window[command] === 'function') {
            window[command]();
        }
    }

    function tellLive(isLive) {
        document.querySelectorAll('.live').forEach((sign) => {
            sign.classList.toggle('lost', !isLive);
            sign.querySelector('.live-word').textContent = isLive ? sign.dataset.live : sign.dataset.lost;
        });
    }

    /** A connection that broke without a word must not look live for ever. */
    function heard() {
        tellLive(true);
        clearTimeout(silence);
        silence = setTimeout(() => {
            tellLive(false);
            open();
        }, SILENCE_MS);
    }

    function close() {
        clearTimeout(retry);
        clearTimeout(silence);
        if (stream) {
            stream.close();
            stream = null;
        }
    }

    function open() {
        close();
        watched = shown();
        // A page that nobody sees asks the server for nothing.
        if (!watched || document.hidden) {
            return;
        }
        stream = new EventSource(`/console/live?${watched}`);
        stream.onopen = heard;
        stream.addEventListener('alive', heard);
        stream.onerror = () => {
            clearTimeout(silence);
            tellLive(false);
            if (stream && stream.readyState === EventSource.CLOSED) {
                retry = setTimeout(open, AGAIN_MS);
            }
        };
        stream.addEventListener('rows', (event) => {
            const news = JSON.parse(event.data);
            parts(news.topic).forEach((part) =>
                Object.entries(news.rows).forEach(([key, cells]) => patchRow(part, key, cells)));
        });
        stream.addEventListener('list', (event) => {
            const news = JSON.parse(event.data);
            parts(news.topic).forEach((part) => {
                if (part.dataset.refresh && part.dataset.mark !== news.mark) {
                    part.dataset.mark = news.mark;
                    drawAnew(part.dataset.refresh);
                }
            });
        });
        // The same address without a session leads to the login.
        stream.addEventListener('ended', () => {
            close();
            window.location.replace(window.location.pathname + window.location.search);
        });
    }

    document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
    let pause = null;
    new MutationObserver(() => {
        clearTimeout(pause);
        pause = setTimeout(() => shown() !== watched && open(), 100);
    }).observe(document.body, {childList: true, subtree: true});
    open();
})();
