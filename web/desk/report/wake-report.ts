import { chartPictures } from './chart-pictures.ts'
import type { Report } from './report.ts'

/** The button that writes the report as a Word document, here in the browser; what writes it is fetched only now. */
export function wakeReport(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>('button[data-docx]')
  const told = page.querySelector<HTMLElement>('[data-told]')
  if (!button || !told) return
  button.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    told.textContent = '正在写 Word 文件……'
    try {
      const report = await fetchReport(button.dataset.docx ?? '')
      const { writeWord } = await import('./word/write-word.ts')
      save(page, await writeWord(report, await chartPictures(page)), `${report.title}.docx`)
      told.textContent =
        '写好了，在浏览器的下载里。电脑上没有仿宋_GB2312、方正小标宋简体等字体时，会用相近的字体代替。'
    } catch {
      told.textContent = '没有写成，请检查网络后再试一次。也可以先用「打印或存成 PDF」。'
    }
    button.disabled = false
  })
}

async function fetchReport(address: string): Promise<Report> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function save(page: Document, file: Blob, name: string): void {
  const link = page.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
