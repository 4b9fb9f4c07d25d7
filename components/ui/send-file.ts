/** A PUT with progress, which fetch can't report. */
export function sendFile(file: File, url: string, headers: Record<string, string>, progress: (share: number) => void) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("PUT", url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(String(request.status))))
    request.onerror = () => reject(new Error("network"))
    request.send(file)
  })
}
