# The app in a container: not root, nothing written, nothing in it to fetch things with.
# docs/deployment.md says how to build and run it, and how to pin this base by its digest.
FROM python:3.11.14-slim-bookworm AS build
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv \
  && /venv/bin/python -m pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY pyproject.toml README.md LICENSE app.py ./
COPY .streamlit .streamlit
COPY pages pages
COPY src src
RUN /venv/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11.14-slim-bookworm
COPY --from=build /venv /venv
WORKDIR /app
COPY app.py ./
COPY .streamlit .streamlit
ENV HOME=/nonexistent PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001:10001
EXPOSE 8501
# A full server is not ill: it is marked so only while it starts or when it is broken.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["/venv/bin/python", "-c", \
  "import http.client as h, json, sys; c = h.HTTPConnection('127.0.0.1', 8501, timeout=4); c.request('GET', '/health'); sys.exit(not json.load(c.getresponse())['ok'])"]
CMD ["/venv/bin/python", "-m", "streamlit", "run", "app.py", \
  "--server.address=0.0.0.0", "--server.port=8501", "--server.headless=true"]
