const every = 700

/** Says how far a download has come while it is being written; without it the file comes all the same. */
export function watchDownloads(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-progress]')) {
    form.addEventListener('submit', () => watch(form))
  }
}

async function watch(form: HTMLFormElement): Promise<void> {
  const told = form.querySelector('[data-told]')
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!told || !button) return
  told.textContent = '正在准备……'
  // The browser has sent the form before this runs on; a second click would only ask again.
  setTimeout(() => {
    button.disabled = true
  })
  for (let empty = 0; empty < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, every))
    const answer = await fetch(form.dataset.progress ?? '').catch(() => undefined)
    const found: { rows: number; of: number; done: boolean } | undefined = await answer
      ?.json()
      .catch(() => undefined)
    if (!found || (found.of === 0 && found.rows === 0)) empty++
    else {
      // Once the file has begun, the password has been right and holds for a while.
      form.querySelector('[data-password]')?.remove()
      told.textContent = found.done
        ? `写好了，共 ${count(found.rows)} 份。文件在浏览器的下载里。`
        : `已经写了 ${count(found.rows)} 份，共 ${count(found.of)} 份……请不要关掉这一页。`
      if (found.done) break
    }
  }
  button.disabled = false
}

const count = (n: number) => n.toLocaleString('zh-CN')
