import json
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from model import generate  # yours: an async generator of text

app = FastAPI()
sse = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}

@app.post("/answer")
async def answer(body: dict[str, str]):
    async def events():  # cancelled when the reader leaves
        yield ": open\n\n"  # each yield is sent at once: no flush to call
        async for text in generate(body["prompt"]):
            yield f"data: {json.dumps({'text': text})}\n\n"
        yield "event: done\ndata: {}\n\n"
    return StreamingResponse(
        events(), media_type="text/event-stream", headers=sse
    )
