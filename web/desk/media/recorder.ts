const longestMs = 180_000

/** Beside each field for a recording, where the browser can: a button that records right here. */
export function wakeRecorders(page: Document): void {
  if (!navigator.mediaDevices || !window.MediaRecorder) return
  for (const field of Array.from(page.querySelectorAll<HTMLInputElement>('[data-record]'))) {
    addRecorder(field)
  }
}

function addRecorder(field: HTMLInputElement): void {
  const button = document.createElement('button')
  const said = document.createElement('p')
  const preview = document.createElement('audio')
  let recorder: MediaRecorder | undefined

  button.type = 'button'
  button.textContent = '现在录'
  said.className = 'hint'
  said.setAttribute('role', 'status')
  preview.controls = true
  preview.hidden = true
  button.onclick = async () => {
    if (recorder) return recorder.stop()
    const stream = await microphone()
    if (!stream) {
      said.textContent = '没有用上麦克风：请在浏览器里允许使用，或者传一个录好的文件。'
      return
    }
    const own = new MediaRecorder(stream, { mimeType: bestType(), audioBitsPerSecond: 32_000 })
    const end = setTimeout(() => own.stop(), longestMs)
    own.ondataavailable = ({ data }) => put(data)
    own.onstop = () => {
      clearTimeout(end)
      recorder = undefined
      button.textContent = '重新录'
      for (const track of stream.getTracks()) track.stop()
    }
    own.start()
    recorder = own
    button.textContent = '停'
    said.textContent = '正在录，最长三分钟。念完按「停」。'
  }
  field.after(button, said, preview)

  function put(data: Blob): void {
    const type = data.type.split(';')[0] ?? ''
    const files = new DataTransfer()
    files.items.add(new File([data], `recording.${type.slice(6)}`, { type }))
    field.files = files.files
    preview.src = URL.createObjectURL(data)
    preview.hidden = false
    said.textContent = /webm/.test(type)
      ? '录好了，请先听一遍，再按「传上去」。这种格式旧 iPhone 放不出来；用手机录音机录成 M4A 更稳妥。'
      : '录好了，请先听一遍，再按「传上去」。'
  }
}

const microphone = () =>
  navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } }).catch(() => undefined)

// What old iPhones can play comes first.
const bestType = () =>
  ['audio/mp4', 'audio/webm', 'audio/ogg'].find((type) => MediaRecorder.isTypeSupported(type)) ?? ''
