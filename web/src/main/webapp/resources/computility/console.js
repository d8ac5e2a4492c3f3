// A page that nobody sees asks the server for nothing.
document.addEventListener('visibilitychange', () => {
    const poll = window.PrimeFaces && PrimeFaces.widgets.live;
    if (!poll) {
        return;
    }
    if (document.hidden) {
        poll.stop();
    } else {
        poll.start();
    }
});
