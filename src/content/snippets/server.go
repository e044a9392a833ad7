package relay

import "fmt"
import "net/http"

// Relay sends each piece, JSON on one line, as an event. Its caller knows how
// it went, and writes event: done or event: error after it.
func Relay(w http.ResponseWriter, pieces <-chan string) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-cache, no-transform")
	w.Header().Set("X-Accel-Buffering", "no")
	flush := http.NewResponseController(w).Flush // also through middleware
	for piece := range pieces {
		fmt.Fprintf(w, "data: %s\n\n", piece) // into a buffer ...
		flush()                               // ... and on its way
	}
}
